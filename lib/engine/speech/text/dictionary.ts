import type { Pronunciation } from '@/lib/engine/types'

const LETTER = '\\p{L}\\p{N}\\p{M}_@'
/** A whole word, not a part of a longer one, of a number or an address; “'s”, “'ll” and the like may follow, not “n't”. */
const BEFORE = `(?<![${LETTER}]|[\\p{L}\\p{N}]['’.]|\\p{N}[,:])`
const AFTER = `(?![${LETTER}]|['’](?!(?:s|d|ll|ve|re)(?!\\p{L}))\\p{L}|\\.[\\p{L}\\p{N}]|[,:]\\p{N}|:\\/\\/)`
const APOSTROPHES = "['’‘ʼ`´]"

/** A word of the dictionary as it stands in a text. */
export type Found = {
  entry: Pronunciation
  /** As it stands there, the plural's ending with it. */
  written: string
  plural: boolean
}

/**
 * What two words have in common where a dictionary cannot tell them apart: a word with capitals inside, or all in
 * capitals, is meant exactly so; any other in any case.
 */
export function dictionaryKey(word: string): string {
  const plain = word.normalize('NFC').trim().replace(/\s+/g, ' ').replace(new RegExp(APOSTROPHES, 'g'), "'")
  return isExact(plain) ? plain : plain.toLowerCase()
}

/** A text with each word that is in the dictionary replaced; of several that fit the longest. */
export function replaceWords(
  text: string,
  dictionary: readonly Pronunciation[],
  replace: (found: Found) => string,
): string {
  if (dictionary.length === 0) return text
  const entries = new Map(dictionary.map((entry) => [dictionaryKey(entry.word), entry]))
  const words = [...entries.keys()].sort((a, b) => b.length - a.length).map(patternOf)
  const pattern = new RegExp(`${BEFORE}(${words.join('|')})(e?s)?${AFTER}`, 'gu')
  return text.replace(pattern, (written: string, word: string, ending: string | undefined) => {
    const entry = entries.get(dictionaryKey(word)) ?? entries.get(dictionaryKey(word.toLowerCase()))
    return entry ? replace({ entry, written, plural: ending !== undefined }) : written
  })
}

function isExact(word: string): boolean {
  const allCapitals = word === word.toUpperCase() && word !== word.toLowerCase()
  return allCapitals || /[\p{L}\p{M}]\p{Lu}/u.test(word)
}

function patternOf(key: string): string {
  return [...key].map((character) => signPattern(character, isExact(key))).join('')
}

function signPattern(sign: string, exact: boolean): string {
  if (sign === ' ') return '[^\\S\\n]+'
  if (sign === "'") return APOSTROPHES
  const upper = sign.toUpperCase()
  if (!exact && upper !== sign && [...upper].length === 1) return `[${sign}${upper}]`
  return sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
