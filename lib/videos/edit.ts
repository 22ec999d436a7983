import 'server-only'
import { z } from 'zod'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import { scriptSchema as spokenSchema } from '@/lib/boson/requests'
import { sizeSchema } from '@/lib/boson/schemas'
import { splitPhrases } from '@/lib/captions/phrases'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import { env } from '@/lib/env'
import { requireRoom } from './admission'
import { type CreateOptions, checkScript, insertVideo } from './create'
import { requireVideo } from './data'
import { framingOf } from './framing'
import type { VideoRow } from './row'
import { scriptOf } from './script'
import { asVersionOf } from './versions'

/** Body of `POST /v1/videos/{id}/edits`. */
export const editSchema = z
  .strictObject({ input: spokenSchema })
  .meta({ description: 'The whole script as it should be now.' })

/** Around a change there is more to draw than is said: up to the next pictures that stand on their own. */
const SECONDS_AROUND = 2

/**
 * A new version of a finished video of the caller's team that says `input`. Sentences that stay keep their sound and
 * their pictures where the local engine made them; Boson makes all of it again. Throws `not_found`, `conflict` where
 * there is no finished film or no script to change, and whatever a script is refused for.
 */
export async function editVideo(
  caller: Caller,
  id: string,
  input: string,
  options: CreateOptions = {},
): Promise<VideoRow> {
  const original = await requireVideo(caller.teamId, id)
  const script = scriptOf(original.speech)
  requireEditable(original, script?.input ?? null, input)
  await requireRoom(caller.teamId)
  const provider = original.provider === 'local' ? 'local' : env.provider
  const reference = original.referenceId ? { id: original.referenceId } : null
  const said = { input, voice: script?.voice ?? 'default', ref_text: script?.ref_text }
  const video = {
    ...(await checkScript(caller.teamId, said, reference, provider)),
    provider,
    title: original.title,
    model: original.model,
    size: sizeSchema.parse(original.size),
    portrait: { id: original.portraitId },
    framing: framingOf(original.framing),
    recording: null,
    reference,
    notices: original.notices,
    ...asVersionOf(original),
    retake: {
      of: original.id,
      seed: original.seed,
      secondsAnew: secondsAnew(script?.input ?? '', input),
    },
  }
  return insertVideo(caller, video, options)
}

function requireEditable(original: VideoRow, before: string | null, input: string): void {
  if (original.status !== 'completed') {
    throw new StudioError(
      'conflict',
      'This video is not finished, so there is nothing to change yet. Wait until it is, or make another like it.',
    )
  }
  if (before === null) {
    throw new StudioError(
      'conflict',
      'This video speaks a recording, which has no sentences to change. Make another like it with a script.',
    )
  }
  if (before.trim() === input.trim()) {
    throw new StudioError('invalid_request', 'The script is as it was. Change what it says.', {
      param: 'input',
    })
  }
}

/** About how many seconds of a film must be made again. */
function secondsAnew(before: string, after: string): number {
  const kept = new Set(splitPhrases(before).map((phrase) => phrase.trim()))
  const anew = splitPhrases(after).filter((phrase) => !kept.has(phrase.trim()))
  return SECONDS_AROUND + anew.reduce((sum, phrase) => sum + speechSeconds(phrase), 0)
}
