/** Pronouncing dictionary: words → phonemes, by part of speech where it matters. */

import type { Lookup } from './packed-record'

/** Phonemes, or a choice of them by Penn tag or part of speech; null where the word is then spelled. */
export type Entry = string | Readonly<Record<string, string | null>>

const PARTS: readonly (readonly [string, string])[] = [
  ['VB', 'VERB'],
  ['NN', 'NOUN'],
  ['RB', 'ADV'],
  ['JJ', 'ADJ'],
]

/** The part of speech the dictionary files a Penn tag under. */
function partOfSpeech(tag: string): string {
  return PARTS.find(([prefix]) => tag.startsWith(prefix))?.[1] ?? tag
}

export class Lexicon {
  /** @param dictionaries surest first. */
  constructor(private readonly dictionaries: readonly Lookup<Entry>[]) {}

  /** The entry written exactly so. */
  entry(word: string): Entry | undefined {
    for (const dictionary of this.dictionaries) {
      const entry = dictionary.get(word)
      if (entry !== undefined) return entry
    }
    return undefined
  }

  /** The entry of a word in any capitalisation, its own spelling first. */
  find(word: string): Entry | undefined {
    const lower = word.toLowerCase()
    return this.entry(word) ?? this.entry(lower) ?? this.entry(lower.charAt(0).toUpperCase() + lower.slice(1))
  }
}

/**
 * The pronunciation an entry has in a place: by exact tag, by part of speech, or by default.
 * @param last nothing follows in the phrase, where function words are said in full.
 * @returns null where the word is to be spelled.
 */
export function choose(entry: Entry, tag: string, last: boolean): string | null {
  if (typeof entry === 'string') return entry
  for (const key of [...(last ? ['None'] : []), tag, partOfSpeech(tag), 'DEFAULT']) {
    if (key in entry) return entry[key]
  }
  return null
}
