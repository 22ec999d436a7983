import { CONSONANTS, isStress, VOWELS } from '../alphabet'

/** How the International Phonetic Alphabet is usually written → the voices' symbols, in this order. */
const IPA: readonly (readonly [RegExp, string])[] = [
  // Ties, length, linking and syllable breaks, aspiration, glides.
  [/\u035c|\u0361|\u032f|[ːˑ:.‿ʰ]/g, ''],
  [/(?<=\S)ʲ/g, 'j'],
  [/[εɛ]/g, 'ɛ'],
  [/e[ɪi]/g, 'A'],
  [/[aɑʌ]ɪ/g, 'I'],
  [/[aɑ]ʊ/g, 'W'],
  [/ɔɪ/g, 'Y'],
  [/[oəɵ]ʊ/g, 'O'],
  [/dʒ/g, 'ʤ'],
  [/tʃ/g, 'ʧ'],
  [/ʦ/g, 'ts'],
  [/([nlm])\u0329/g, 'ᵊ$1'],
  [/[rɹ]\u0329|ɚ/g, 'əɹ'],
  [/[ɝɜ](?!ɹ|r)/g, 'ɜɹ'],
  [/[rɻ]/g, 'ɹ'],
  [/[lɫ]/g, 'l'],
  [/ʍ/g, 'hw'],
  [/ɱ/g, 'm'],
  [/g/g, 'ɡ'],
  [/['’]/g, 'ˈ'],
  [/,/g, 'ˌ'],
]

/** IPA marks the stressed syllable, the voices its vowel. */
const STRESS_AND_ONSET = new RegExp(`([ˈˌ])([${[...CONSONANTS].join('')}]+)`, 'gu')

/** One sign with what is set above and below it. */
const SIGN = /\P{M}\p{M}*/gu

/**
 * IPA as dictionaries, espeak and misaki write it in the voices' symbols; or what is wrong with it, as the end of a
 * sentence: a sign that is no sound the voices have, or no vowel to be heard.
 */
export function readIpa(written: string): { phonemes: string } | { fault: string } {
  const phonemes = IPA.reduce(
    (sounds, [pattern, symbol]) => sounds.replace(pattern, symbol),
    written.normalize('NFD'),
  )
  const stressed = phonemes.replace(STRESS_AND_ONSET, '$2$1')
  const signs = stressed.trim().replace(/\s+/g, ' ').match(SIGN) ?? []
  const unknown = signs.find((s) => !(VOWELS.has(s) || CONSONANTS.has(s) || isStress(s) || s === ' '))
  if (unknown !== undefined) {
    const sign = unknown.normalize('NFC')
    return { fault: `the voices have no sound “${sign}”; use those of English, or respell the word` }
  }
  if (!signs.some((sign) => VOWELS.has(sign))) return { fault: 'there is no vowel in it' }
  return { phonemes: signs.join('') }
}
