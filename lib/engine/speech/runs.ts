import { createHash } from 'node:crypto'
import type { Pronunciation } from '@/lib/engine/types'
import { isStress, PUNCTUATION, type SpokenSymbol } from './alphabet'
import type { Manner, ScriptPart } from './script'
import type { FrontEnd } from './text/front-end'
import type { MadeSound } from './voice/made-sounds'

/** What the voice says in one go, or a sound it makes instead, and the silence that follows. */
export type Run = {
  symbols: SpokenSymbol[]
  /** Made in place of the symbols, which are none. */
  sound?: MadeSound
  manner: Manner
  /** Seconds of silence up to the next run. */
  pause: number
}

/** What a run says and how, as one line: runs with the same key sound the same. */
export function keyOf({ symbols, sound, manner }: Run): string {
  const said = sound ?? symbols.map(({ symbol }) => symbol).join('')
  return createHash('sha256')
    .update(JSON.stringify([said, manner]))
    .digest('base64url')
}

/** The networks take 398 symbols; long runs lose their melody earlier. */
const MOST_SYMBOLS = 280
const SENTENCE_PAUSE = 0.34
const LINE_PAUSE = 0.55
/** Inside a sentence, where only its length forced a cut. */
const CLAUSE_PAUSE = 0.14
/** Before and after a sound that is no speech. */
const SOUND_PAUSE = 0.2
/** Marks a long sentence may be cut after. */
const CLAUSE_ENDS = new Set([',', ';', ':', '—', ')', '”'])

/**
 * The script's runs, in order; none where nothing can be said. A pause asked for takes the place of a shorter natural
 * one; those before the first word are dropped.
 */
export async function planRuns(
  parts: readonly ScriptPart[],
  frontEnd: FrontEnd,
  pronunciations: readonly Pronunciation[] = [],
): Promise<Run[]> {
  const runs: Run[] = []
  let asked = 0
  for (const part of parts) {
    if (part.kind === 'pause') {
      asked += part.seconds
      const last = runs.at(-1)
      if (last) last.pause = Math.max(last.pause, asked)
      continue
    }
    if (part.kind === 'sound') {
      const last = runs.at(-1)
      if (last) last.pause = Math.max(last.pause, SOUND_PAUSE)
      runs.push({ symbols: [], sound: part.sound, manner: part.manner, pause: SOUND_PAUSE })
      asked = 0
      continue
    }
    const added = await runsOf(part, frontEnd, pronunciations)
    if (added.length > 0) asked = 0
    runs.push(...added)
  }
  return runs
}

async function runsOf(
  part: ScriptPart & { kind: 'words' },
  frontEnd: FrontEnd,
  pronunciations: readonly Pronunciation[],
): Promise<Run[]> {
  const text = part.continues ? `${part.text.trimEnd()},` : part.text
  const sentences = await frontEnd.read(text, pronunciations)
  const runs = sentences.flatMap(({ symbols: all, endsLine }, s) => {
    const pieces = cut(all)
    const last = s === sentences.length - 1
    const pause = endsLine && !last ? LINE_PAUSE : SENTENCE_PAUSE
    return pieces.map((symbols, i) => ({
      symbols,
      manner: part.manner,
      pause: i < pieces.length - 1 ? CLAUSE_PAUSE : pause,
    }))
  })
  if (part.continues && runs.length > 0) runs[runs.length - 1].pause = 0
  return runs
}

/** A sentence's symbols in pieces of at most `MOST_SYMBOLS`, cut at clauses if possible, else between words. */
function cut(symbols: SpokenSymbol[]): SpokenSymbol[][] {
  if (symbols.length <= MOST_SYMBOLS) return [symbols]
  const at =
    lastCut((i) => CLAUSE_ENDS.has(symbols[i].symbol)) ?? lastCut((i) => symbols[i + 1].symbol === ' ')
  const length = at === undefined ? wordless(symbols) : at + 1
  const head = trimSpaces(symbols.slice(0, length))
  const rest = trimSpaces(symbols.slice(length))
  if (!PUNCTUATION.has(head[head.length - 1].symbol)) head.push({ symbol: ',', word: null })
  return rest.some(({ word }) => word !== null) ? [head, ...cut(rest)] : [head]
}

/** The last place in the second half of what fits that `fits`. */
function lastCut(fits: (i: number) => boolean): number | undefined {
  for (let i = MOST_SYMBOLS - 2; i > MOST_SYMBOLS / 3; i--) if (fits(i)) return i
  return undefined
}

/** Where one endless word must be cut: not between a stress and its vowel. */
function wordless(symbols: SpokenSymbol[]): number {
  const at = MOST_SYMBOLS - 2
  return isStress(symbols[at - 1].symbol) ? at - 1 : at
}

function trimSpaces(symbols: SpokenSymbol[]): SpokenSymbol[] {
  let from = 0
  let to = symbols.length
  while (from < to && symbols[from].symbol === ' ') from++
  while (to > from && symbols[to - 1].symbol === ' ') to--
  return symbols.slice(from, to)
}
