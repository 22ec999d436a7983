import type { Pronunciation, Sound, VoiceDescription } from '@/lib/engine/types'
import type { Manner } from '../script'

/** How a sentence is said; a voice does of it what it can. */
export type AddedManner = Pick<Manner, 'speed' | 'semitones' | 'style'> & {
  /** How a team wants words to be said. */
  pronunciations?: readonly Pronunciation[]
}

/**
 * A voice beside the studio's own: it says sentences and tells nothing of its sounds' times. Its lips are heard from
 * what it said, as those of a recording are.
 */
export type AddedVoice = VoiceDescription & {
  /** Its language's name in English, as {@link foreignLanguage} has it. */
  languageName: string
  /**
   * One sentence, at any rate and level. Same sentence and manner, same samples.
   * @param text what people wrote, pronunciations included, without tags
   * @throws StudioError `render_failed` where the voice fails, `cancelled` once the signal is aborted
   */
  say(text: string, manner: AddedManner, signal?: AbortSignal): Promise<Sound>
}

/** The names of languages in English: "de", "pt-BR" and "en_US" give German, Portuguese and English. */
export function languageName(code: string): string {
  const [language] = code.split(/[-_]/)
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? code
  return name.replace(/^Norwegian.*/, 'Norwegian')
}
