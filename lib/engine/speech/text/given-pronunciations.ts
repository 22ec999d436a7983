import { PRONUNCIATION_PATTERN } from '@/lib/boson/pronunciations'
import type { Pronunciation } from '@/lib/engine/types'
import { replaceWords } from './dictionary'
import { readIpa } from './ipa'
import { readSaidAs, type Sounds } from './said-as'

/** Marks for the stand-in before them, one for each pronunciation: private use, so no script can contain them. */
const FIRST_MARK = 0xe100
const MOST_MARKS = 0x1000
export const GIVEN_MARK = `[\\u{${FIRST_MARK.toString(16)}}-\\u{${(FIRST_MARK + MOST_MARKS - 1).toString(16)}}]`

/** A word whose pronunciation is given. */
export type Given = {
  /** As written. */
  word: string
  sounds: Sounds
  /** The sounds are those of the singular. */
  plural: boolean
}

/**
 * Clean text with a stand-in and a mark for each word whose pronunciation is given, in the script or by the dictionary,
 * and those words in the marks' order. No rule of reading knows the stand-in, so the word is not read as an abbreviation
 * or a number; what is around it sees its capital. A pronunciation with a sign that is no sound of English leaves its
 * word to be read as any other.
 */
export function takePronunciations(
  text: string,
  dictionary: readonly Pronunciation[] = [],
): { text: string; given: Given[] } {
  const given: Given[] = []
  const take = (word: string, sounds: Sounds, plural: boolean) => {
    if (given.length === MOST_MARKS) return word
    given.push({ word, sounds, plural })
    const standIn = /^\p{Lu}/u.test(word) ? 'Word' : 'word'
    return standIn + String.fromCodePoint(FIRST_MARK + given.length - 1)
  }
  const marked = text.replace(PRONUNCIATION_PATTERN, (_, word: string, written: string) => {
    const read = readIpa(written)
    return 'fault' in read ? word : take(word, { kind: 'phonemes', phonemes: read.phonemes }, false)
  })
  const whole = replaceWords(marked, dictionary, ({ entry, written, plural }) => {
    const sounds = readSaidAs(entry.saidAs)
    return 'fault' in sounds ? written : take(written, sounds, plural)
  })
  return { text: whole, given }
}

/** Which of the pronunciations a mark stands for. */
export function indexOfMark(mark: string): number {
  return mark.charCodeAt(0) - FIRST_MARK
}
