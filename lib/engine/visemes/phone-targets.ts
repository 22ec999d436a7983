/**
 * Where a sound wants the mouth, and how firmly: Cohen & Massaro's target and dominance magnitude, for jaw and lip
 * opening (0…1) and for rounding (1) against spreading (−1).
 */
export type PhoneTarget = {
  open: number
  openDominance: number
  round: number
  roundDominance: number
}

const target = (open: number, openDominance: number, round: number, roundDominance: number): PhoneTarget => ({
  open,
  openDominance,
  round,
  roundDominance,
})

/** Closed and relaxed: the mouth of a pause. */
export const REST = target(0, 1, 0, 0.6)

/** The lips meet by themselves (see `Contact`): the jaw stays free for the vowels around. */
const LIPS_CLOSED = target(0.2, 0.5, 0.05, 0.2)
const LIP_ON_TEETH = target(0.2, 0.6, -0.05, 0.4)
const TONGUE_OUT = target(0.25, 0.9, -0.1, 0.3)
const NARROW = target(0.2, 0.8, -0.1, 0.15)
const SIBILANT = target(0.13, 1.1, -0.35, 0.5)
const FUNNELLED = target(0.2, 1, 0.65, 1)
const FREE = target(0.3, 0.15, 0, 0.05)
const ROUND_SMALL = target(0.25, 1, 0.95, 1.2)
const HALF_ROUND = target(0.3, 0.7, 0.45, 0.7)

const I = target(0.28, 1.1, -0.75, 1)
const SHORT_I = target(0.32, 1, -0.5, 0.8)
const E = target(0.6, 1.2, -0.5, 0.8)
const ASH = target(0.95, 1.6, -0.4, 0.8)
const OPEN = target(1, 1.6, -0.05, 0.6)
const OPEN_O = target(0.75, 1.3, 0.6, 1)
const CLOSE_O = target(0.5, 1.2, 0.8, 1)
const SHORT_U = target(0.35, 0.9, 0.65, 0.9)
const UH = target(0.65, 1.1, 0, 0.5)
const SCHWA = target(0.42, 0.5, 0, 0.25)

/**
 * Every symbol of the voices' alphabet that is a sound, as the targets it passes through (diphthongs: two).
 * Openings follow the vowel quadrilateral; groups are those of `assets/voices/README.md`.
 */
const TARGETS: Record<string, PhoneTarget[]> = {
  ...same('pbm', LIPS_CLOSED),
  ...same('fv', LIP_ON_TEETH),
  ...same('θð', TONGUE_OUT),
  ...same('tdnlTɾ', NARROW),
  ...same('sz', SIBILANT),
  ...same('ʃʒʧʤ', FUNNELLED),
  ...same('kɡŋhʔx', FREE),
  ...same('wu', ROUND_SMALL),
  ...same('ʊ', SHORT_U),
  ...same('ɔɒ', OPEN_O),
  ...same('o', CLOSE_O),
  ...same('ɹrɜɚ', HALF_ROUND),
  ...same('ij', I),
  ...same('ɪᵻ', SHORT_I),
  ...same('ɛe', E),
  ...same('æ', ASH),
  ...same('ɑa', OPEN),
  ...same('ʌɐ', UH),
  ...same('əᵊ', SCHWA),
  I: [OPEN, SHORT_I],
  W: [OPEN, SHORT_U],
  Y: [OPEN_O, SHORT_I],
  A: [E, I],
  O: [CLOSE_O, ROUND_SMALL],
  Q: [SCHWA, ROUND_SMALL],
}

function same(symbols: string, value: PhoneTarget): Record<string, PhoneTarget[]> {
  return Object.fromEntries(Array.from(symbols, (symbol) => [symbol, [value]]))
}

/** Targets of a symbol in order; undefined for marks, blanks and sounds the alphabet does not name. */
export function phoneTargets(symbol: string): PhoneTarget[] | undefined {
  return Object.hasOwn(TARGETS, symbol) ? TARGETS[symbol] : undefined
}

export const isLipPress = (symbol: string) => 'pbm'.includes(symbol)
export const isLipTuck = (symbol: string) => 'fv'.includes(symbol)
/** Stress marks: their time belongs to the vowel behind them. */
export const isStress = (symbol: string) => 'ˈˌ'.includes(symbol)
export const isPause = (symbol: string) => ';:,.!?—…"()“”'.includes(symbol)
