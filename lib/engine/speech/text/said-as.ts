import { readIpa } from './ipa'

/** How a word is to sound: in the voices' symbols, or like other words. */
export type Sounds = { kind: 'phonemes'; phonemes: string } | { kind: 'respelling'; text: string }

const BETWEEN_SLASHES = /^\/(.*)\/$/u
/** Letters, and what joins them within words; syllables may stand apart by hyphens. */
const PLAIN_WORDS = /^(?=.*\p{L})[\p{Script=Latin}\p{M}' -]+$/u

/**
 * What a dictionary says of a word: IPA between slashes (`/wˈɪn/`), or plain words that sound like it (`win`,
 * `shi-VAWN` with the stressed syllable in capitals). Or what is wrong with it, in a sentence.
 */
export function readSaidAs(saidAs: string): Sounds | { fault: string } {
  const text = saidAs.trim().replaceAll('’', "'")
  const ipa = BETWEEN_SLASHES.exec(text)
  if (ipa) {
    const read = readIpa(ipa[1])
    return 'fault' in read ? read : { kind: 'phonemes', phonemes: read.phonemes }
  }
  if (text.includes('/')) return { fault: 'Write IPA between two slashes, as in /wˈɪn/.' }
  if (!PLAIN_WORDS.test(text)) {
    return {
      fault: 'Respell with letters, spaces, hyphens and apostrophes only, and write numbers as words.',
    }
  }
  return { kind: 'respelling', text: text.replace(/\s+/g, ' ') }
}
