import { parseTags, TAG_PATTERN } from '@/lib/boson/tags'

/** A stretch of a script. */
export type Stretch = { from: number; to: number }

const WORD = /[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*/gu
/** Ends in a stop that ends no sentence: a title, an initial. */
const SHORTENED = /(?:^|\s)(?:Dr|Mrs?|Ms|Prof|St|Mt|No|vs|e\.g|i\.e|\p{Lu})\.\s*$/u

/** The sentences of a script, each with the tags and blanks written before it. */
export function sentencesOf(script: string): Stretch[] {
  // A tag is no word, so it neither ends a sentence nor keeps one from ending.
  const words = script.replace(TAG_PATTERN, (tag) => ' '.repeat(tag.length))
  const sentences: Stretch[] = []
  let from = 0
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words)) {
    if (segment.trim() === '') continue
    const to = index + segment.trimEnd().length
    if (SHORTENED.test(segment) && words.slice(to).trim() !== '') continue
    sentences.push({ from, to })
    from = to
  }
  return sentences
}

/** The sentence the caret stands in; a place between two belongs to the first. */
export function sentenceAt(script: string, at: number): Stretch {
  const sentences = sentencesOf(script)
  return sentences.find(({ to }) => at <= to) ?? sentences.at(-1) ?? { from: 0, to: script.length }
}

/** A stretch as it is said where it stands: with the directions in force there, which were given earlier. */
export function asSaid(script: string, { from, to }: Stretch): string {
  const before = parseTags(`${script.slice(0, from)}.`).at(-1)
  const inForce = before?.kind === 'text' ? before.tags.map((tag) => tag.text).join('') : ''
  return inForce + script.slice(from, to).trim()
}

/** The selected words, or the word at the caret, as a dictionary would have them; empty where there is none. */
export function wordAt(script: string, { from, to }: Stretch): string {
  if (from < to) return script.slice(from, to).replace(TAG_PATTERN, ' ').replace(/\s+/g, ' ').trim()
  for (const match of script.replace(TAG_PATTERN, (tag) => ' '.repeat(tag.length)).matchAll(WORD)) {
    if (match.index <= from && from <= match.index + match[0].length) return match[0]
  }
  return ''
}
