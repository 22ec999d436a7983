import 'server-only'
import type { Caller } from '@/lib/auth/access'
import { type Framing, sizeSchema } from '@/lib/boson/schemas'
import { chosenEngine } from '@/lib/provider/choose'
import { requireRoom } from './admission'
import { type CreateOptions, checkSpeech, insertVideo, type NewVideo, secondsOf } from './create'
import { requireVideo } from './data'
import type { ProviderName } from './estimate'
import { framingOf } from './framing'
import { inspectPortrait, inspectStored } from './inspect'
import type { VideoBody } from './request'
import type { VideoRow } from './row'
import { scriptOf } from './script'
import { asVersionOf } from './versions'

/**
 * A new video like another of the caller's team, with what `body` says in the place of what was said then. Inputs that
 * stay are not looked at again. Throws `not_found`, and whatever a new video is refused for.
 */
export async function remixVideo(
  caller: Caller,
  id: string,
  body: VideoBody,
  options: CreateOptions = {},
): Promise<VideoRow> {
  const original = await requireVideo(caller.teamId, id)
  const maker = chosenEngine(body.provider)
  await requireRoom(caller.teamId)
  const saysMore = body.recording !== undefined || body.speech !== undefined
  const [portrait, speech] = await Promise.all([
    body.portrait === undefined ? samePortrait(body, original) : newPortrait(body, body.portrait),
    saysMore ? checkSpeech(caller.teamId, body, maker) : speechOf(original, maker),
  ])
  const video = {
    ...speech,
    provider: maker,
    model: body.model ?? original.model,
    size: body.size ?? sizeSchema.parse(original.size),
    portrait: portrait.asset,
    framing: portrait.framing,
    notices: portrait.notices,
    ...asVersionOf(original),
  }
  return insertVideo(caller, video, options)
}

/** The portrait of the original, looked at again only where another part or face of it is asked for. */
async function samePortrait({ crop, face }: VideoBody, { portraitId, framing, notices }: VideoRow) {
  const asset = { id: portraitId }
  const before = framingOf(framing)
  if (crop === undefined && face === undefined) return { asset, framing: before, notices }
  const asked: Framing = {
    crop: crop === undefined ? before.crop : crop,
    face: face === undefined ? before.face : face,
  }
  return { asset, framing: asked, notices: (await inspectStored(portraitId, asked)).notices }
}

async function newPortrait({ files, crop, face }: VideoBody, source: NonNullable<VideoBody['portrait']>) {
  const framing: Framing = { crop: crop ?? null, face: face ?? null }
  const { asset, report } = await inspectPortrait(await files.receive(source, 'ref_image'), framing)
  return { asset, framing, notices: report.notices }
}

type Speech = Pick<NewVideo, 'title' | 'script' | 'recording' | 'reference' | 'seconds'>

/** As it was said before; looked at again only where another engine is to say it. */
async function speechOf(original: VideoRow, maker: ProviderName): Promise<Speech> {
  const script = scriptOf(original.speech)
  const isNewThere = script !== null && maker !== original.provider
  return {
    title: original.title,
    script,
    recording: original.recordingId ? { id: original.recordingId } : null,
    reference: original.referenceId ? { id: original.referenceId } : null,
    seconds: isNewThere
      ? await secondsOf(script, original.referenceId !== null, maker)
      : original.expectedSeconds,
  }
}
