import { choose, type Entry } from './lexicon'

/** Where a word stands, as far as its pronunciation depends on it. */
export type Place = {
  tag: string
  /** What sound follows in the same phrase; undefined at its end. */
  next?: 'vowel' | 'consonant'
  /** The next word, lower-case. */
  nextWord?: string
}

/**
 * Words whose sound depends on the next one, or on being stressed; undefined for all others.
 * After misaki's English rules (Apache-2.0), which the voices' teacher was trained with.
 */
export function functionWord(word: string, place: Place, entry: Entry | undefined): string | undefined {
  const { tag, next, nextWord } = place
  switch (word.toLowerCase()) {
    case 'a':
      return tag === 'DT' && next ? 'ɐ' : undefined
    case 'an':
      return 'ɐn'
    case 'the':
      return next === 'vowel' ? 'ði' : 'ðə'
    case 'to':
      if (!next) return undefined
      return next === 'vowel' ? 'tʊ' : 'tə'
    case 'i':
      return tag === 'PRP' ? 'ˌI' : undefined
    case 'am':
      return next ? 'ɐm' : undefined
    case 'in':
      return next && tag === 'IN' ? 'ɪn' : 'ˈɪn'
    case 'by':
      return tag.startsWith('RB') ? 'bˈI' : undefined
    case 'used':
      if (!entry) return undefined
      return (
        choose(entry, nextWord === 'to' && /^(VBD|JJ|VBN)$/.test(tag) ? 'VBD' : 'DEFAULT', false) ?? undefined
      )
    default:
      return undefined
  }
}
