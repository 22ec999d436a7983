import { GIVEN_MARK, type Given, indexOfMark } from './given-pronunciations'
import { SPELL_MARK } from './rule'

/** A word to pronounce, or a punctuation mark of the voices' alphabet. */
export type Token =
  | {
      kind: 'word'
      text: string
      /** Read letter by letter. */
      spelled: boolean
      /** How it is said, where the script or the dictionary says so. */
      given?: Given
    }
  | { kind: 'mark'; symbol: string }

/** What is said in one breath and intonation: the words up to a full stop, a question or a line's end. */
export type Sentence = { tokens: Token[] /** A blank line or a new line follows. */; endsLine: boolean }

const WORD = `${SPELL_MARK}?\\p{Script=Latin}[\\p{Script=Latin}\\p{M}]*${GIVEN_MARK}?(?:'[\\p{Script=Latin}\\p{M}]+)*'?`
const TOKEN = new RegExp(`'?${WORD}|\\s[-–]\\s|[;:,.!?—–…"()[\\]{}|]`, 'gu')
const STAND_IN = new RegExp(`^\\p{L}+(${GIVEN_MARK})`, 'u')
const MARKS: Readonly<Record<string, string>> = {
  '–': '—',
  '-': '—',
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '|': ',',
}
const ENDS = new Set(['.', '!', '?', '…'])
const OPENS = new Set(['(', '“'])
const CLOSES = new Set([')', '”'])

/**
 * Normalised text as sentences. What is neither word nor mark falls away; every sentence has a word.
 * @param given words in the order of the marks (`takePronunciations`).
 */
export function sentences(text: string, given: readonly Given[]): Sentence[] {
  return text.split('\n').flatMap((line) => {
    const found = splitSentences(tokenize(line, given)).filter((tokens) =>
      tokens.some((t) => t.kind === 'word'),
    )
    return found.map((tokens, i) => ({ tokens: tidyMarks(tokens), endsLine: i === found.length - 1 }))
  })
}

function tokenize(line: string, given: readonly Given[]): Token[] {
  const tokens: Token[] = []
  let quoted = false
  for (const [match] of line.matchAll(TOKEN)) {
    const text = match.trim()
    if (/\p{L}/u.test(text)) {
      tokens.push(wordOf(text, given))
    } else if (text === '"') {
      quoted = !quoted
      tokens.push({ kind: 'mark', symbol: quoted ? '“' : '”' })
    } else tokens.push({ kind: 'mark', symbol: MARKS[text] ?? text })
  }
  return tokens
}

function wordOf(text: string, given: readonly Given[]): Token {
  const standIn = STAND_IN.exec(text)
  if (standIn) {
    const known = given[indexOfMark(standIn[1])]
    return { kind: 'word', text: known.word + text.slice(standIn[0].length), spelled: false, given: known }
  }
  const spelled = text.includes(SPELL_MARK)
  return { kind: 'word', text: text.replaceAll(SPELL_MARK, ''), spelled }
}

/** Cuts after sentence ends, which keep the closing quotes and brackets that follow them. */
function splitSentences(tokens: Token[]): Token[][] {
  const result: Token[][] = [[]]
  let ended = false
  for (const token of tokens) {
    const stays = token.kind === 'mark' && (ENDS.has(token.symbol) || CLOSES.has(token.symbol))
    if (ended && !stays) {
      result.push([])
      ended = false
    }
    result[result.length - 1].push(token)
    if (token.kind === 'mark' && ENDS.has(token.symbol)) ended = true
  }
  return result
}

/** Of several marks in a row the strongest counts; none leads a sentence but an opening one; a sentence ends in one. */
function tidyMarks(tokens: Token[]): Token[] {
  const tidy: Token[] = []
  for (const token of tokens) {
    const before = tidy[tidy.length - 1]
    if (token.kind === 'mark' && !OPENS.has(token.symbol)) {
      if (!before || (before.kind === 'mark' && OPENS.has(before.symbol))) continue
      if (before.kind === 'mark' && !CLOSES.has(before.symbol) && !CLOSES.has(token.symbol)) {
        if (STRENGTH.indexOf(token.symbol) > STRENGTH.indexOf(before.symbol)) before.symbol = token.symbol
        continue
      }
    }
    tidy.push(token.kind === 'mark' ? { ...token } : token)
  }
  while (tidy.length > 0 && isOpening(tidy[tidy.length - 1])) tidy.pop()
  const last = tidy.findLast((token) => token.kind === 'word' || !CLOSES.has(token.symbol))
  if (last?.kind === 'word') tidy.push({ kind: 'mark', symbol: '.' })
  else if (last && !ENDS.has(last.symbol)) last.symbol = last.symbol === '—' ? '—' : '.'
  return tidy
}

const STRENGTH = [',', ':', ';', '—', '.', '…', '!', '?']

function isOpening(token: Token): boolean {
  return token.kind === 'mark' && OPENS.has(token.symbol)
}
