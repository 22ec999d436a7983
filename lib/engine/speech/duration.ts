import { PUNCTUATION } from './alphabet'
import type { TrainedVoice } from './presets'
import type { Run } from './runs'

/** Mean seconds of symbols at speed 1 in the voice `heart`, over ordinary sentences; the rest take `OTHER`. */
const GROUPS: readonly (readonly [symbols: string, seconds: number])[] = [
  ['ˈ', 0.062],
  ['ˌ', 0.056],
  [' ', 0.051],
  ['Oʧ', 0.1],
  ['iuszt', 0.076],
  ['nɹmkAIWY', 0.063],
  ['ɛəɪɑɔʌɡlbθŋʃʤ', 0.052],
  [',;:—…()“”', 0.08],
]
const OTHER = 0.039
const SECONDS: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap(([symbols, seconds]) => [...symbols].map((symbol) => [symbol, seconds] as const)),
)

/** What every run takes besides: its last phone lingers. */
const LINGER = 0.12

/** What a trained voice takes of these: the means hold the lengthening at phrases' ends too, which pauses count. */
const TEMPO: Readonly<Record<TrainedVoice, number>> = { heart: 0.94, michael: 1.01 }

/**
 * Seconds a run is expected to take from its first sound to its last, without synthesis; within 15 % on ordinary
 * sentences. The last phone's fading belongs to the pause after it, as its punctuation does.
 * @param rate of speech; 1 is the voice's own
 */
export function expectedSeconds(run: Run, model: TrainedVoice, rate: number): number {
  const end = run.symbols.findLastIndex(({ symbol }) => !PUNCTUATION.has(symbol))
  const spoken = run.symbols.slice(0, end + 1)
  const seconds = spoken.reduce((sum, { symbol }) => sum + (SECONDS.get(symbol) ?? OTHER), 0)
  return (LINGER + seconds * TEMPO[model]) / rate
}
