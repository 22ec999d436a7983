import { CONSONANTS, isStress, VOWELS } from '../alphabet'
import { isArpabet, readArpabet } from './arpabet'

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
 * IPA as dictionaries, espeak and misaki write it, or the CMU Pronouncing Dictionary's phonemes, in the voices' symbols;
 * or what is wrong with it, in a sentence: a sign that is no sound the voices have, or no vowel to be heard.
 */
export function readIpa(written: string): { phonemes: string } | { fault: string } {
  const plain = written.trim()
  if (isArpabet(plain)) {
    const read = readArpabet(plain)
    return 'unknown' in read ? { fault: noSound(read.unknown) } : read
  }
  const phonemes = IPA.reduce(
    (sounds, [pattern, symbol]) => sounds.replace(pattern, symbol),
    plain.normalize('NFD'),
  )
  const stressed = phonemes.replace(STRESS_AND_ONSET, '$2$1')
  const signs = stressed.trim().replace(/\s+/g, ' ').match(SIGN) ?? []
  const unknown = signs.find((s) => !(VOWELS.has(s) || CONSONANTS.has(s) || isStress(s) || s === ' '))
  if (unknown !== undefined) return { fault: noSound(unknown.normalize('NFC')) }
  if (!signs.some((sign) => VOWELS.has(sign)))
    return { fault: 'These sounds have no vowel. Add one, or respell the word.' }
  return { phonemes: signs.join('') }
}

function noSound(sign: string): string {
  return `The voices have no sound “${sign}”. Use those of English, or respell the word.`
}
