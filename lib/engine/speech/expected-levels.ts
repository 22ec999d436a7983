/**
 * Loudness leaves out what lies 10 dB below the mean (BS.1770's gate). Of a part whose level is meant to be near there
 * some blocks pass: half of them this far below the mean, fewer the further, over so many dB.
 */
const GATE = 9
const GATE_WIDTH = 3

/** A stretch of a script: how loud it is meant to be, in dB of plain speech, and how long it is expected to take. */
type Part = { level: number; seconds: number }

/** For each part of a script how loud all up to its end is meant to be, in dB of plain speech. */
export function expectedLevels(parts: readonly Part[]): number[] {
  return parts.map((_, i) => {
    const said = parts.slice(0, i + 1)
    const gate = meanLevel(said) - GATE
    const passing = (level: number) => 1 / (1 + Math.exp((gate - level) / GATE_WIDTH))
    return meanLevel(said.map(({ level, seconds }) => ({ level, seconds: seconds * passing(level) })))
  })
}

/** Level of the mean power of parts, in dB. */
function meanLevel(parts: readonly Part[]): number {
  const power = parts.reduce((sum, { level, seconds }) => sum + seconds * 10 ** (level / 10), 0)
  return 10 * Math.log10(power / parts.reduce((sum, { seconds }) => sum + seconds, 0))
}
