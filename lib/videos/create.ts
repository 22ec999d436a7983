import 'server-only'
import { randomBytes, randomInt } from 'node:crypto'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { MAX_RECORDING_BYTES, SIZES, type Size, VIDEO_MODEL } from '@/lib/boson/limits'
import type { CreateSpeech } from '@/lib/boson/requests'
import type { Framing } from '@/lib/boson/schemas'
import { database, type Transaction } from '@/lib/db/client'
import type { InputFiles } from '@/lib/http/input-file'
import { pronunciationsIn } from '@/lib/pronunciations/data'
import { chosenEngine, provider } from '@/lib/provider/choose'
import { nudge } from '@/lib/queue/queue'
import { admit, requireRoom } from './admission'
import { type CheckedAsset, keepAsset } from './assets'
import { findClip } from './clip'
import type { ProviderName } from './estimate'
import { inspectPortrait, inspectRecording, inspectReference } from './inspect'
import { expectWait } from './queue-place'
import type { VideoBody } from './request'
import { type VideoRow, videoInclude } from './row'
import type { Script } from './script'
import { titleOf } from './title'
import { asVersionOfNamed } from './versions'

/** The inputs go into storage inside the transaction, and storage may be far away. */
const STORE_TIMEOUT_MS = 60_000

/** An input of a new video: freshly checked, or the id of one that is stored already. */
type NewAsset = CheckedAsset | { id: string }

/** A new video, everything its inputs could be refused for behind it. */
export type NewVideo = {
  provider: ProviderName
  title: string
  model: string
  size: Size
  portrait: NewAsset
  framing: Framing
  recording: NewAsset | null
  reference: NewAsset | null
  script: Script | null
  seconds: number
  notices: string[]
  remixOf?: string
  /** The first of the versions that it is one of. */
  versionOf?: string
  tags?: string[]
  folder?: string | null
  /** The video whose film is used again where it stays as it is, and its seed. */
  retake?: { of: string; seed: number; secondsAnew: number }
}

export type CreateOptions = {
  /** Whether the live stream is kept; where it is not said, for whoever may share the video before its end. */
  live?: boolean
  /** Called in the transaction that makes the video; where it throws, there is none. */
  onMade?: (transaction: Transaction, row: VideoRow) => Promise<void>
}

/**
 * Makes a video from a body of `POST /v1/videos`: everything the inputs could be refused for is refused here, before a
 * job exists. Row and job appear in one transaction. Throws `all_replicas_busy` where the queue is full.
 */
export async function createVideo(
  caller: Caller,
  body: VideoBody,
  options: CreateOptions = {},
): Promise<VideoRow> {
  await requireRoom(caller.teamId)
  return insertVideo(caller, await checkInputs(caller.teamId, body), options)
}

async function checkInputs(teamId: string, body: VideoBody): Promise<NewVideo> {
  if (body.portrait === undefined) {
    throw new StudioError('invalid_request', 'ref_image is missing: send the portrait to animate.', {
      param: 'ref_image',
    })
  }
  const maker = chosenEngine(body.provider)
  const framing = { crop: body.crop ?? null, face: body.face ?? null }
  const [portrait, speech, earlier] = await Promise.all([
    body.files.receive(body.portrait, 'ref_image').then((file) => inspectPortrait(file, framing)),
    checkSpeech(teamId, body, maker),
    body.versionOf === undefined ? {} : asVersionOfNamed(teamId, body.versionOf),
  ])
  return {
    ...speech,
    ...earlier,
    provider: maker,
    model: body.model ?? VIDEO_MODEL,
    size: body.size ?? SIZES[0],
    portrait: portrait.asset,
    framing,
    notices: portrait.report.notices,
  }
}

type NewSpeech = Pick<NewVideo, 'title' | 'script' | 'recording' | 'reference' | 'seconds'>

/** What a body says, checked; for a remix, which may say nothing new, call it only where it does. */
export async function checkSpeech(
  teamId: string,
  { recording, speech, files }: Pick<VideoBody, 'recording' | 'speech' | 'files'>,
  maker: ProviderName,
): Promise<NewSpeech> {
  if (recording !== undefined) {
    const asset = await inspectRecording(await files.receive(recording, 'input', MAX_RECORDING_BYTES))
    const title = titleOf(null, asset.file.filename)
    return { title, script: null, recording: asset, reference: null, seconds: asset.seconds }
  }
  if (!speech) throw new StudioError('invalid_request', 'There is nothing to say.', { param: 'input_tts' })
  const { reference, ref_text } = await referenceOf(teamId, speech, files)
  const { input, voice = 'default' } = speech
  const { script, seconds } = await checkScript(teamId, { input, voice, ref_text }, reference, maker)
  return { title: titleOf(input, null), script, recording: null, reference, seconds }
}

/** A script with what the team's dictionary says of its words, and the seconds it takes; refused where it cannot be said. */
export async function checkScript(
  teamId: string,
  said: Omit<Script, 'pronunciations'>,
  reference: NewAsset | null,
  maker: ProviderName,
): Promise<{ script: Script; seconds: number }> {
  const script = { ...said, pronunciations: await pronunciationsIn(teamId, said.input) }
  return { script, seconds: await secondsOf(script, reference !== null, maker) }
}

/** Seconds of speech that a script takes at an engine; refused where it cannot be said there. */
export async function secondsOf(script: Script, hasReference: boolean, maker: ProviderName): Promise<number> {
  const { input: text, voice, pronunciations } = script
  return (await provider(maker).checkScript({ text, voice, hasReference, pronunciations })).seconds
}

/** The clip whose voice a speech request asks for: sent with it, or that of one of the team's custom voices. */
async function referenceOf(
  teamId: string,
  { voice, ref_audio, ref_text }: CreateSpeech,
  files: InputFiles,
): Promise<{ reference: NewAsset | null; ref_text: string | null }> {
  if (ref_audio) {
    const reference = await inspectReference(await files.receive(ref_audio, 'input_tts'))
    return { reference, ref_text: ref_text ?? null }
  }
  const custom = voice ? await findClip(teamId, voice) : null
  return { reference: custom && { id: custom.clipId }, ref_text: custom?.refText ?? null }
}

/** Writes row and job in one transaction, the inputs into storage with them. */
export async function insertVideo(
  caller: Caller,
  video: NewVideo,
  { live = mayBeShared(caller, video), onMade }: CreateOptions,
): Promise<VideoRow> {
  const { size, recording } = video
  const seconds = video.retake?.secondsAnew ?? video.seconds
  const expected = await expectWait({ seconds, size, recording: recording !== null }, video.provider)
  return database().$transaction(
    async (transaction) => {
      const keep = (asset: NewAsset | null) => idOf(transaction, caller.teamId, asset)
      const inputs = {
        portraitId: (await keep(video.portrait)) ?? '',
        recordingId: await keep(video.recording),
        referenceId: await keep(video.reference),
      }
      await admit(transaction, caller.teamId)
      const row = await transaction.video.create({
        data: {
          ...inputs,
          id: `video_${randomBytes(12).toString('hex')}`,
          teamId: caller.teamId,
          createdById: caller.userId,
          title: video.title,
          provider: video.provider,
          model: video.model,
          size: video.size,
          framing: video.framing,
          speech: video.script ?? undefined,
          seed: video.retake?.seed ?? randomInt(2 ** 31),
          retakeOf: video.retake?.of,
          expectedSeconds: video.seconds,
          ...expected,
          notices: video.notices,
          remixOf: video.remixOf,
          versionOf: video.versionOf,
          tags: video.tags,
          folder: video.folder,
          live,
        },
        include: videoInclude,
      })
      await nudge(transaction, row.id, row.provider)
      await onMade?.(transaction, row)
      return row
    },
    { timeout: STORE_TIMEOUT_MS },
  )
}

/**
 * Whether the pictures are kept while they are made: people may share a video before it is finished, programs ask for the
 * stream. An upstream is not asked for one without need.
 */
function mayBeShared({ keyId }: Caller, { provider }: NewVideo): boolean {
  return keyId === undefined && provider === 'local'
}

async function idOf(
  transaction: Transaction,
  teamId: string,
  asset: NewAsset | null,
): Promise<string | null> {
  if (asset === null) return null
  return 'id' in asset ? asset.id : (await keepAsset(transaction, teamId, asset)).id
}
