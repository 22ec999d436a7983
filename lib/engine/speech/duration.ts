import { CONSONANTS, isStress, PUNCTUATION, VOWELS } from './alphabet'
import type { Run } from './runs'

/** Mean seconds of a symbol at speed 1, from the voices' own durations over ordinary sentences. */
const STRESS = 0.065
const VOWEL = 0.055
const CONSONANT = 0.05
const SPACE = 0.048
const MARK = 0.25

/** Seconds a run is expected to take without the silence around it, at a rate of speech. */
export function expectedSeconds(run: Run, rate: number): number {
  return run.symbols.reduce((sum, symbol) => sum + secondsOf(symbol), 0) / rate
}

function secondsOf(symbol: string): number {
  if (isStress(symbol)) return STRESS
  if (VOWELS.has(symbol)) return VOWEL
  if (CONSONANTS.has(symbol)) return CONSONANT
  if (symbol === ' ') return SPACE
  return PUNCTUATION.has(symbol) ? MARK : 0
}
