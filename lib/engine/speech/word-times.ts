import type { Word } from '@/lib/boson/schemas'
import { type SpokenWord, WHOLE_WORD } from './alphabet'
import type { SpokenPhone } from './phone-times'
import { spokenText } from './script'
import { readWords } from './text/front-end'

/** Costs of laying what was said beside what was expected of each written word. */
const OTHER_WORD = 1.5
/** "fifth" for "five", "Doctor" for "Dr." */
const SAME_INITIAL = 1
const UNEXPECTED = 1
/** Of all that one written word is expected to say: "$5" may well lose its dollars, "million" not itself. */
const UNSAID = 1

/** A spoken word with its time. */
export type Said = { word: SpokenWord; start: number; end: number }
/** A spoken word that a written one, by its index, would be read as if it stood alone. */
type Expected = { text: string; written: number /** Cost of its not being said. */; unsaid: number }
/** The written word that a spoken one was aligned with, and whether it said just what was expected. */
type Owner = { written: number; sure: boolean }

/**
 * When each word of a script is heard: the words as written, marks attached, in order and not overlapping. Joined by
 * spaces they are the script without its tags. What is written apart but says nothing ("—", an emoji) goes with the
 * word before it.
 *
 * Each written word is read alone, and the result aligned with what was said; a sentence may be read otherwise than its
 * words are ("$5 million": five million dollars), and what is left over falls to a written word beside it. Of an added
 * voice each word is a phone.
 * @param phones all phones of the speech, in order.
 */
export function wordTimes(script: string, phones: readonly SpokenPhone[]): Word[] {
  const whole = phones.filter(({ symbol }) => symbol === WHOLE_WORD)
  if (whole.length > 0) return whole.map(({ word, start, end }) => ({ word: word?.text ?? '', start, end }))
  const said = saidWords(phones)
  if (said.length === 0) return []
  const written = spokenText(script).split(/\s+/).filter(Boolean)
  const expected = written.flatMap((text, i) =>
    readWords(text).map((word, _, all) => ({ text: word, written: i, unsaid: UNSAID / all.length })),
  )
  const owners = fillIn(align(said, expected), written.length)
  const words: Word[] = []
  let unsaid = ''
  let at = 0
  for (const [i, text] of written.entries()) {
    const from = at
    while (at < said.length && owners[at] === i) at++
    if (at > from) {
      words.push({ word: unsaid + text, start: said[from].start, end: said[at - 1].end })
      unsaid = ''
    } else if (words.length > 0) words[words.length - 1].word += ` ${text}`
    else unsaid += `${text} `
  }
  return words
}

/** Neighbouring phones of one word together. */
export function saidWords(phones: readonly SpokenPhone[]): Said[] {
  const said: Said[] = []
  for (const { word, start, end } of phones) {
    const last = said.at(-1)
    if (!word) continue
    if (last?.word === word) last.end = end
    else said.push({ word, start, end })
  }
  return said
}

/** For each word said the written word it is aligned with at the least cost, null where with none. Never goes back. */
function align(said: readonly Said[], expected: readonly Expected[]): (Owner | null)[] {
  const heard = said.map(({ word }) => word.text.toLowerCase())
  const wanted = expected.map(({ text }) => text.toLowerCase())
  const [PAIR, SKIP, EXTRA] = [0, 1, 2]
  const width = heard.length + 1
  const moves = new Uint8Array(width * (wanted.length + 1)).fill(EXTRA, 0, width)
  let above = Float64Array.from({ length: width }, (_, j) => j * UNEXPECTED)
  let row = new Float64Array(width)
  for (let i = 1; i <= wanted.length; i++) {
    const { unsaid } = expected[i - 1]
    row[0] = above[0] + unsaid
    moves[i * width] = SKIP
    for (let j = 1; j < width; j++) {
      const pair = above[j - 1] + unlikeness(wanted[i - 1], heard[j - 1])
      const skip = above[j] + unsaid
      const extra = row[j - 1] + UNEXPECTED
      row[j] = Math.min(pair, skip, extra)
      moves[i * width + j] = row[j] === pair ? PAIR : row[j] === skip ? SKIP : EXTRA
    }
    ;[above, row] = [row, above]
  }
  const owners = new Array<Owner | null>(heard.length).fill(null)
  for (let i = wanted.length, j = heard.length; i > 0 || j > 0; ) {
    const move = moves[i * width + j]
    if (move === PAIR) {
      owners[j - 1] = { written: expected[i - 1].written, sure: wanted[i - 1] === heard[j - 1] }
    }
    if (move !== EXTRA) i--
    if (move !== SKIP) j--
  }
  return owners
}

function unlikeness(a: string, b: string): number {
  if (a === b) return 0
  return a[0] === b[0] ? SAME_INITIAL : OTHER_WORD
}

/**
 * Gives words aligned with none to the next written word if that says nothing else, or to whichever neighbour was not
 * said as expected ("VIII": the eighth), or to the one before.
 */
function fillIn(owners: readonly (Owner | null)[], written: number): number[] {
  let before: Owner = { written: -1, sure: true }
  return owners.map((owner, i) => {
    if (owner) {
      before = owner
      return owner.written
    }
    const next = owners.find((other, j) => j > i && other !== null) ?? { written, sure: true }
    if (before.written + 1 < next.written) return before.written + 1
    return before.written < 0 || (before.sure && !next.sure) ? next.written : before.written
  })
}
