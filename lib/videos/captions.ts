import 'server-only'
import { createHash } from 'node:crypto'
import { StudioError } from '@/lib/boson/errors'
import type { Cue } from '@/lib/boson/schemas'
import { shownPhrases } from '@/lib/captions/caption-files'
import { type Captions, cuesIn, faultOf } from '@/lib/captions/cues'
import { phrases } from '@/lib/captions/phrases'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { captionedKey, storage } from '@/lib/storage/files'
import { requireVideo } from './data'
import { scriptOf, wordsOf } from './script'

type CaptionedRow = Prisma.VideoGetPayload<{
  select: { captions: true; speech: true; words: true; seconds: true }
}>

/** What is shown under a finished video: what somebody wrote, else its script. Empty for a recording nobody captioned. */
export function cuesOf(row: CaptionedRow): Cue[] {
  const script = scriptOf(row.speech)
  const spoken = script ? phrases(script.input, row.seconds ?? 0, wordsOf(row.words)) : []
  return cuesIn(row.captions) ?? shownPhrases(spoken)
}

/** Tells captions from others. */
export function wordsId(cues: readonly Cue[]): string {
  return createHash('sha256').update(JSON.stringify(cues)).digest('hex').slice(0, 16)
}

/** The video with these captions in its pictures is of no use any more. */
async function forgetCaptioned(row: CaptionedRow & { id: string }): Promise<void> {
  await storage().remove(captionedKey(row.id, wordsId(cuesOf(row))))
}

export async function getCaptions(teamId: string, id: string): Promise<Captions> {
  return toCaptions(await requireFinished(teamId, id))
}

/** Throws `invalid_request` for cues that overlap, are out of order or beyond the video, and `conflict` before its end. */
export async function putCaptions(teamId: string, id: string, cues: Cue[]): Promise<Captions> {
  const row = await requireFinished(teamId, id)
  const fault = faultOf(cues, row.seconds ?? 0)
  if (fault) throw new StudioError('invalid_request', fault.sentence, { param: `cues.${fault.index}` })
  const written = await database().video.update({ where: { id }, data: { captions: cues } })
  await forgetCaptioned(row)
  return toCaptions(written)
}

/** Back to what the script gives. */
export async function resetCaptions(teamId: string, id: string): Promise<Captions> {
  const row = await requireFinished(teamId, id)
  const reset = await database().video.update({ where: { id }, data: { captions: Prisma.DbNull } })
  await forgetCaptioned(row)
  return toCaptions(reset)
}

async function requireFinished(teamId: string, id: string) {
  const row = await requireVideo(teamId, id)
  if (row.status !== 'completed')
    throw new StudioError(
      'conflict',
      'This video is not finished, so it cannot be captioned yet. Wait until it is.',
    )
  return row
}

function toCaptions(row: CaptionedRow): Captions {
  return { object: 'captions', edited: cuesIn(row.captions) !== null, cues: cuesOf(row) }
}
