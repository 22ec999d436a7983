import { parseTags, type Segment, TAG_PATTERN, type Tag } from './tags'

/** Speech loses quality in requests of more characters than this (Boson's own advice). */
export const LONG_SCRIPT_CHARACTERS = 300

/** Characters of a script as people count them (code points), without the tags that are not read aloud. */
export function spokenCharacters(script: string): number {
  return parseTags(script).reduce((sum, segment) => sum + charactersOf(segment), 0)
}

/** Words that end in a full stop without ending a sentence, and initials. */
const ABBREVIATION = /(?:^|[\s("'“‘])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|etc|e\.g|i\.e|No|Nr)\.\s*$/u
/** Something that may yet become a tag. */
const OPEN_TAG = /<\|[^|<>]*$/
const SAID = /[\p{L}\p{N}]/u
/** In a sentence that is too long: also full stops that were not taken for its end. */
const CLAUSE_END = /[.!?…,;:—–]["'”’)\]]*\s+|[，、；：]\s*/gu
const SPACE = /\s+/gu

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Text as written, with the tags that colour it. */
type Piece = { text: string; tags: readonly Tag[] }
/** What is not torn apart. What says nothing by itself has no characters, and so stays with what is before it. */
type Unit = { pieces: Piece[]; characters: number }

/**
 * Splits a script into parts of at most `most` spoken characters that say the same one after the other. It is cut at
 * sentence ends; a longer sentence at a clause or a space; never inside a tag. Tags in force are repeated in front of
 * each part; a pause stays where it falls, a sound stays before its words. A short script comes back as it is.
 */
export function splitScript(script: string, most = LONG_SCRIPT_CHARACTERS): string[] {
  if (spokenCharacters(script) <= most) return [script]
  const parts: Unit[] = []
  for (const { pieces, characters } of unitsOf(parseTags(script), most)) {
    const part = parts.at(-1)
    if (part && (part.characters === 0 || characters === 0 || part.characters + characters <= most)) {
      part.pieces.push(...pieces)
      part.characters += characters
    } else parts.push({ pieces, characters })
  }
  return parts.map(({ pieces }) => write(pieces))
}

function unitsOf(segments: Segment[], most: number): Unit[] {
  const units: Unit[] = []
  let tags: readonly Tag[] = []
  // A sound, and what follows it up to its words: they open the unit that has the words.
  let opening: Piece[] = []
  const add = (text: string, isSaid: boolean) => {
    opening.push({ text, tags })
    if (!isSaid && opening.length > 1) return
    units.push({ pieces: opening, characters: isSaid ? [...text].length : 0 })
    opening = []
  }
  for (const segment of segments) {
    if (segment.kind === 'text') {
      tags = segment.tags
      for (const text of cut(segment.text, most)) add(text, SAID.test(text))
    } else if (segment.kind === 'pause') add(segment.tag.text, false)
    else opening.push({ text: segment.tag.text, tags })
  }
  return [...units, { pieces: opening, characters: 0 }]
}

function write(pieces: Piece[]): string {
  let inForce: readonly Tag[] = []
  let written = ''
  for (const { text, tags } of pieces) {
    const fresh = tags.filter((tag) => !inForce.includes(tag)).map((tag) => tag.text)
    written += fresh.join('') + text
    inForce = tags
  }
  return written.trim()
}

/** Text in sentences, each of at most `most` characters, which together are the text. */
function cut(text: string, most: number): string[] {
  const pieces: string[] = []
  let open = false
  for (const { segment } of sentences.segment(text)) {
    const before: string = open ? (pieces.pop() ?? '') : ''
    const sentence: string = before + segment
    pieces.push(sentence)
    open = ABBREVIATION.test(sentence) || OPEN_TAG.test(sentence)
  }
  return pieces.flatMap((sentence) => shorten(sentence, most))
}

function shorten(sentence: string, most: number): string[] {
  const pieces: string[] = []
  let rest = sentence
  while ([...rest].length > most) {
    const at = bestCut(rest, most)
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** Where to cut within the first `most` characters: after a clause in their second half, a space, or where it must be. */
function bestCut(text: string, most: number): number {
  const limit = firstCharacters(text, most)
  const tags = [...text.matchAll(TAG_PATTERN)].map(
    ({ index, 0: tag }) => [index, index + tag.length] as const,
  )
  const allowed = (at: number) => at > 0 && at <= limit && !tags.some(([from, to]) => from < at && at < to)
  const last = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ index, 0: end }) => index + end.length).findLast(allowed)
  const clause = last(CLAUSE_END)
  if (clause !== undefined && clause > limit / 2) return clause
  const around = tags.find(([from, to]) => from < limit && limit < to)
  return last(SPACE) ?? (around && (around[0] > 0 ? around[0] : around[1])) ?? limit
}

/** Length in UTF-16 units of the first `most` characters of a text, none of them torn; at least one. */
function firstCharacters(text: string, most: number): number {
  let units = 0
  let characters = 0
  for (const { segment } of graphemes.segment(text)) {
    characters += [...segment].length
    if (characters > most && units > 0) break
    units += segment.length
  }
  return units
}

function charactersOf(segment: Segment): number {
  return segment.kind === 'text' ? [...segment.text].length : 0
}
