import { withoutPronunciations } from '@/lib/boson/pronunciations'
import type { Pronunciation } from '@/lib/engine/types'
import type { FrontEnd } from '../text/front-end'
import { espeakPhonemes } from './espeak-alphabet'
import { espeak } from './espeak-process'
import type { PiperConfig } from './piper-config'
import { plainText } from './plain-text'

/** What a Piper voice's text is read by. */
export type Readers = { frontEnd: () => Promise<FrontEnd>; espeakInstalled: boolean }

/** Marks that end a clause; they are spoken, so they stay. */
const CLAUSE = /[^,;:.!?]+[,;:.!?]*/g
/** espeak-ng says where it changed languages: "(en)", "(de)". */
const LANGUAGE_SWITCH = /\([a-z-]+\)/g

/**
 * The phonemes of a sentence in the alphabet that a voice was trained on: the letters themselves, or espeak-ng's IPA with
 * the marks between clauses. English is read by the studio's own front end where no espeak-ng is installed, and where somebody
 * said how a word is pronounced.
 * @throws StudioError `render_failed` where espeak-ng fails
 */
export async function phonemesOf(
  { text, pronunciations }: { text: string; pronunciations: readonly Pronunciation[] },
  { phoneme_type, espeak: reader }: PiperConfig,
  { frontEnd, espeakInstalled }: Readers,
  signal?: AbortSignal,
): Promise<string> {
  if (phoneme_type === 'text') return plainText(text)
  const voice = reader?.voice ?? 'en-us'
  const asked = pronunciations.length > 0 || withoutPronunciations(text) !== text
  if (voice.startsWith('en') && (asked || !espeakInstalled)) {
    const sentences = await (await frontEnd()).read(text, pronunciations)
    return sentences.map(({ symbols }) => espeakPhonemes(symbols)).join(' ')
  }
  const clauses: string[] = []
  for (const clause of plainText(text).match(CLAUSE) ?? []) {
    const said = String(await espeak(['-v', voice, '-q', '--ipa', '--stdin'], clause, signal))
    const phonemes = said.replace(LANGUAGE_SWITCH, '').replace(/\s+/g, ' ').trim()
    if (phonemes) clauses.push(phonemes + (clause.match(/[,;:.!?]+$/)?.[0][0] ?? ''))
  }
  return clauses.join(' ')
}
