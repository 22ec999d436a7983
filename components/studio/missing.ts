import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/limits'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import type { studioWords } from '@/lib/words/studio'
import type { Draft } from './draft'
import type { Portrait } from './use-portrait'
import type { Recording } from './use-recording'

export type Missing = keyof (typeof studioWords)['en']['missing']

/** What stands between the draft and a video; null when nothing does. */
export function whatIsMissing(
  draft: Pick<Draft, 'mode' | 'script'>,
  portrait: Pick<Portrait, 'file' | 'refusal'>,
  recording: Pick<Recording, 'file' | 'refusal'>,
): Missing | null {
  if (portrait.refusal) return 'otherPhoto'
  const written = draft.mode === 'script'
  const speechless = written ? speechSeconds(draft.script) === 0 : !recording.file
  if (!portrait.file && speechless) return written ? 'portraitAndScript' : 'portraitAndRecording'
  if (!portrait.file) return 'portrait'
  if (speechless) return written ? 'script' : 'recording'
  if (!written) return recording.refusal ? 'shorterRecording' : null
  return draft.script.length > MAX_SCRIPT_CHARACTERS ? 'shorterScript' : null
}
