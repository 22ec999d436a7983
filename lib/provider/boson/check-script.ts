import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/limits'
import { spokenCharacters } from '@/lib/boson/split-script'
import { parseTags } from '@/lib/boson/tags'
import { isSpokenFirst, requireSayable, type SpeechFirst } from './spoken-script'

/** English speech, roughly: for estimates only. */
const CHARACTERS_A_SECOND = 15

/** Refuses a script that no upstream can make a video of. Returns the expected seconds of speech. */
export function checkScript(text: string, speechFirst: SpeechFirst): { seconds: number } {
  const characters = [...text].length
  if (!parseTags(text).some((segment) => segment.kind === 'text' && /[\p{L}\p{N}]/u.test(segment.text))) {
    throw new StudioError('empty_input', 'The script has nothing to say. Write at least one word.', {
      param: 'input_tts',
      code: 'nothing_to_say',
    })
  }
  if (characters > MAX_SCRIPT_CHARACTERS) {
    throw new StudioError(
      'input_too_long',
      `The script has ${characters} characters; at most ${MAX_SCRIPT_CHARACTERS} can be spoken. Shorten it.`,
      { param: 'input_tts' },
    )
  }
  if (isSpokenFirst(speechFirst, text)) requireSayable(text)
  return { seconds: spokenCharacters(text) / CHARACTERS_A_SECOND }
}
