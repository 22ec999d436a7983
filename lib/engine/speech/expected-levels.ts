/**
 * Loudness leaves out what lies 10 dB below the mean (BS.1770's gate). Of a part whose level is meant to be near there
 * some blocks pass: half of them this far below the mean, fewer the further, over so many dB.
 */
const GATE = 9
const GATE_WIDTH = 3

/** So far above the whole, in dB, a part can be: its peaks are at the ceiling then (`Mastering`). */
const HEADROOM = 5.5
/** The nearer a round comes, the less the next changes: after these by hundredths of a dB. */
const ROUNDS = 12

/** A stretch of a script: how loud it is meant to be, in dB of plain speech, and how long it is expected to take. */
export type Part = { level: number; seconds: number }

/** For each part of a script how loud all up to its end is meant to be, in dB of plain speech. */
export function expectedLevels(parts: readonly Part[]): number[] {
  return parts.map((_, i) => gatedLevel(parts.slice(0, i + 1)))
}

/**
 * Parts as loud as they can be when the whole is brought to its loudness: a shout among whispers is less so than alone. Lowering one lowers the whole, so it is done step by step.
 */
export function underCeiling(parts: readonly Part[]): readonly Part[] {
  let reachable = parts
  for (let round = 0; round < ROUNDS; round++) {
    const most = gatedLevel(reachable) + HEADROOM
    reachable = reachable.map(({ level, seconds }) => ({ level: Math.min(level, most), seconds }))
  }
  return reachable
}

/** Loudness of parts together, quiet ones left out as the gate does, in dB. */
function gatedLevel(parts: readonly Part[]): number {
  const gate = meanLevel(parts) - GATE
  const passing = (level: number) => 1 / (1 + Math.exp((gate - level) / GATE_WIDTH))
  return meanLevel(parts.map(({ level, seconds }) => ({ level, seconds: seconds * passing(level) })))
}

/** Level of the mean power of parts, in dB. */
function meanLevel(parts: readonly Part[]): number {
  const power = parts.reduce((sum, { level, seconds }) => sum + seconds * 10 ** (level / 10), 0)
  return 10 * Math.log10(power / parts.reduce((sum, { seconds }) => sum + seconds, 0))
}
