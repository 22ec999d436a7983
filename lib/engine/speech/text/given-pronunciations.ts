import { PRONUNCIATION_PATTERN } from '@/lib/boson/pronunciations'
import { CONSONANTS, isStress, VOWELS } from '../alphabet'

/** Marks for the word before them, one for each pronunciation: private use, so no script can contain them. */
const FIRST_MARK = 0xe100
const MOST_MARKS = 0x1000
export const GIVEN_MARK = `[\\u{${FIRST_MARK.toString(16)}}-\\u{${(FIRST_MARK + MOST_MARKS - 1).toString(16)}}]`

/** How the International Phonetic Alphabet is usually written → the voices' symbols. Longer ones first. */
const IPA: readonly (readonly [RegExp, string])[] = [
  [/e͡?ɪ/g, 'A'],
  [/a͡?ɪ/g, 'I'],
  [/a͡?ʊ/g, 'W'],
  [/ɔ͡?ɪ/g, 'Y'],
  [/[oə]͡?ʊ/g, 'O'],
  [/d͡?ʒ/g, 'ʤ'],
  [/t͡?ʃ/g, 'ʧ'],
  [/ɚ/g, 'əɹ'],
  [/[ɝɜ](?!ɹ)/g, 'ɜɹ'],
  [/r/g, 'ɹ'],
  [/g/g, 'ɡ'],
  [/'/g, 'ˈ'],
  [/[ː.]/g, ''],
]

/**
 * Clean text with each word whose pronunciation is given before a mark, and the pronunciations in the marks' order. One
 * with a sign that is no sound of English leaves its word to be read as any other.
 */
export function takePronunciations(text: string): { text: string; given: string[] } {
  const given: string[] = []
  const marked = text.replace(PRONUNCIATION_PATTERN, (_, word: string, written: string) => {
    const phonemes = soundsOf(written)
    if (phonemes === null || given.length === MOST_MARKS) return word
    given.push(phonemes)
    const mark = String.fromCodePoint(FIRST_MARK + given.length - 1)
    return (word.replace(/[^\p{Script=Latin}]/gu, '') || 'word') + mark
  })
  return { text: marked, given }
}

/** Which of the pronunciations a mark stands for. */
export function indexOfMark(mark: string): number {
  return mark.charCodeAt(0) - FIRST_MARK
}

/** The sounds in the voices' symbols; null where one is none of theirs, or there is no vowel. */
function soundsOf(written: string): string | null {
  const phonemes = IPA.reduce((sounds, [pattern, symbol]) => sounds.replace(pattern, symbol), written).trim()
  const symbols = [...phonemes]
  const known = symbols.every((s) => VOWELS.has(s) || CONSONANTS.has(s) || isStress(s) || s === ' ')
  return known && symbols.some((s) => VOWELS.has(s)) ? phonemes : null
}
