import { GIVEN_MARK, indexOfMark } from './given-pronunciations'
import { SPELL_MARK } from './rule'

/** A word to pronounce, or a punctuation mark of the voices' alphabet. */
export type Token =
  | {
      kind: 'word'
      text: string
      /** Read letter by letter. */
      spelled: boolean
      /** The pronunciation given in the script. */
      given?: string
    }
  | { kind: 'mark'; symbol: string }

/** What is said in one breath and intonation: the words up to a full stop, a question or a line's end. */
export type Sentence = { tokens: Token[] /** A blank line or a new line follows. */; endsLine: boolean }

const WORD = `${SPELL_MARK}?\\p{Script=Latin}[\\p{Script=Latin}\\p{M}]*${GIVEN_MARK}?(?:'[\\p{Script=Latin}\\p{M}]+)*'?`
const TOKEN = new RegExp(`'?${WORD}|\\s[-–]\\s|[;:,.!?—–…"()[\\]{}|]`, 'gu')
const GIVEN = new RegExp(GIVEN_MARK, 'u')
const UNSEEN = new RegExp(`${GIVEN_MARK}|${SPELL_MARK}`, 'gu')
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
 * @param given pronunciations in the order of the marks (`takePronunciations`).
 */
export function sentences(text: string, given: readonly string[]): Sentence[] {
  return text.split('\n').flatMap((line) => {
    const found = splitSentences(tokenize(line, given)).filter((tokens) =>
      tokens.some((t) => t.kind === 'word'),
    )
    return found.map((tokens, i) => ({ tokens: tidyMarks(tokens), endsLine: i === found.length - 1 }))
  })
}

function tokenize(line: string, given: readonly string[]): Token[] {
  const tokens: Token[] = []
  let quoted = false
  for (const [match] of line.matchAll(TOKEN)) {
    const text = match.trim()
    if (/\p{L}/u.test(text)) {
      const spelled = text.includes(SPELL_MARK)
      const mark = GIVEN.exec(text)?.[0]
      tokens.push({
        kind: 'word',
        text: text.replace(UNSEEN, ''),
        spelled,
        ...(mark && { given: given[indexOfMark(mark)] }),
      })
    } else if (text === '"') {
      quoted = !quoted
      tokens.push({ kind: 'mark', symbol: quoted ? '“' : '”' })
    } else tokens.push({ kind: 'mark', symbol: MARKS[text] ?? text })
  }
  return tokens
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
