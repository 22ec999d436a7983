import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/schemas'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import type { Draft } from './draft'
import type { Portrait } from './use-portrait'
import type { Recording } from './use-recording'

/** What stands between the draft and a video, as one sentence; null when nothing does. */
export function whatIsMissing(
  draft: Pick<Draft, 'mode' | 'script'>,
  portrait: Pick<Portrait, 'file' | 'refusal'>,
  recording: Pick<Recording, 'file' | 'refusal'>,
): string | null {
  if (portrait.refusal) return 'Choose another photo first.'
  const written = draft.mode === 'script'
  const speechless = written ? speechSeconds(draft.script) === 0 : !recording.file
  if (!portrait.file && speechless)
    return `Add a portrait and ${written ? 'something to say' : 'a recording'}.`
  if (!portrait.file) return 'Add a portrait.'
  if (speechless) return written ? 'Write something to say.' : 'Add a recording.'
  if (!written) return recording.refusal && 'Use a shorter recording.'
  return draft.script.length > MAX_SCRIPT_CHARACTERS ? 'Shorten the script.' : null
}
