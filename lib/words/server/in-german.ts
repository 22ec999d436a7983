import { ABOUT_INPUTS } from './about-inputs'
import { ABOUT_REQUESTS } from './about-requests'
import { ABOUT_TEAM } from './about-team'
import { ABOUT_VIDEOS } from './about-videos'
import { LANGUAGE_NAMES } from './languages'
import type { Sentences } from './sentences'

/** A run of text, and whether it is English in the midst of German. */
export type Piece = { text: string; english: boolean }

/** Everything the server says that has a German counterpart. */
export const SENTENCES: Sentences = {
  ...ABOUT_INPUTS,
  ...ABOUT_VIDEOS,
  ...ABOUT_TEAM,
  ...ABOUT_REQUESTS,
  ...LANGUAGE_NAMES,
}

const ENGLISH_PLACE = /\{\d+\}/
const GERMAN_PLACE = /\{(\d+)(?::(ours|en))?\}/g

type Template = { english: RegExp; german: string }

/** Those with values in them, the wordiest first: a shorter one could take words of theirs for a value. */
const TEMPLATES: readonly Template[] = Object.entries(SENTENCES)
  .map(([english, german]) => ({ words: english.split(ENGLISH_PLACE), german }))
  .filter(({ words }) => words.length > 1)
  .sort((a, b) => b.words.join('').length - a.words.join('').length)
  .map(({ words, german }) => ({ english: new RegExp(`^${words.map(literal).join('(.+?)')}$`, 's'), german }))

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** What the server said, in German with the same values in it. What is none of the studio's own stays as it is, English. */
export function inGerman(sentence: string): Piece[] {
  return known(sentence) ?? [{ text: sentence, english: true }]
}

function known(sentence: string): Piece[] | null {
  if (Object.hasOwn(SENTENCES, sentence)) return filled(SENTENCES[sentence], [])
  for (const { english, german } of TEMPLATES) {
    const found = english.exec(sentence)
    if (found) return filled(german, found.slice(1))
  }
  return null
}

function filled(german: string, values: string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: place, 1: number, 2: kind, index } of german.matchAll(GERMAN_PLACE)) {
    pieces.push({ text: german.slice(from, index), english: false }, ...valueAs(kind, values[Number(number)]))
    from = index + place.length
  }
  pieces.push({ text: german.slice(from), english: false })
  return joined(pieces)
}

function valueAs(kind: string | undefined, value: string): Piece[] {
  const asItIs = [{ text: value, english: kind === 'en' }]
  if (kind === undefined) return asItIs
  return known(value) ?? withoutStop(value) ?? asItIs
}

/** Half a sentence of ours that was given a full stop. */
function withoutStop(value: string): Piece[] | null {
  const half = value.endsWith('.') ? known(value.slice(0, -1)) : null
  return half && joined([...half, { text: '.', english: false }])
}

/** Without empty pieces, and neighbours in one language as one. */
function joined(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.english === piece.english) whole[whole.length - 1] = { ...last, text: last.text + piece.text }
    else if (piece.text) whole.push(piece)
  }
  return whole
}
