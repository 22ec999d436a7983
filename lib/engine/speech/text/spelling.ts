import type { Lexicon } from './lexicon'
import { digitByDigit } from './number-words'
import { stressLast } from './stress'

/** Words in capitals that are read by letter although a word or a name is written alike. */
const READ_BY_LETTER = new Set(
  'AI AR EU HR ID IP IQ IT MO PA TV UK UN US UV VR AM PM PR PS QA OS UI UX CV DNA ETA FAQ CEO CIA FBI URL USA API SUV VIP DIY GPS LED ATM ASAP UPS'.split(
    ' ',
  ),
)

/** Whether capitals are an abbreviation read letter by letter by convention. */
export function isReadByLetter(word: string): boolean {
  return READ_BY_LETTER.has(word)
}

/** Phonemes of the letters' and digits' names, the last one stressed. */
export function spellOut(letters: string, lexicon: Lexicon): string {
  const names: string[] = []
  for (const char of letters.normalize('NFD')) {
    const name = /\d/.test(char) ? lexicon.entry(digitByDigit(char)) : lexicon.entry(char.toUpperCase())
    if (typeof name === 'string' && /[\p{L}\d]/u.test(char)) names.push(name)
  }
  return stressLast(names.join(''))
}
