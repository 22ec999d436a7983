import { StudioError } from '@/lib/boson/errors'
import { MAX_SCRIPT_CHARACTERS } from '@/lib/boson/limits'
import { spokenText } from './script'

/** @throws StudioError `input_too_long` */
export function requireScriptLength(script: string): void {
  const { length } = [...script]
  if (length <= MAX_SCRIPT_CHARACTERS) return
  throw new StudioError(
    'input_too_long',
    `The script has ${length} characters. Shorten it to ${MAX_SCRIPT_CHARACTERS} or fewer.`,
    { param: 'input_tts' },
  )
}

export function nothingToSay(): StudioError {
  return new StudioError('empty_input', 'The script has nothing to say. Write at least one word.', {
    param: 'input_tts',
    code: 'nothing_to_say',
  })
}

/** @param seconds what the script takes to say, of at most `maxSeconds` */
export function tooLong(script: string, seconds: number, maxSeconds: number): StudioError {
  const words = spokenText(script).split(/\s+/).filter(Boolean).length
  const spare = Math.max(1, Math.ceil(words * (1 - maxSeconds / seconds)))
  return new StudioError(
    'audio_too_long',
    `The script takes about ${Math.ceil(seconds)} seconds to say, and a video is at most ${maxSeconds}. Cut about ${spare} ${spare === 1 ? 'word' : 'words'}.`,
    { param: 'input_tts' },
  )
}

/** @throws StudioError `cancelled` */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StudioError('cancelled', 'The video was cancelled.')
}
