import { gainAt, type Tone } from './tone'

/** Nepers taken off what formant stretching draws from beyond the top of the spectrum. */
const BEYOND_TOP = 2

/** For each bin of a spectrum, where it reads from when the frequency axis is scaled. */
export type Warp = {
  /** The two bins it is interpolated from, and the share of the upper one. */
  below: Int32Array
  above: Int32Array
  /** Closest bin, for phases, which must not be mixed. */
  nearest: Int32Array
  weight: Float64Array
  /** Nepers to take off; below 0 to add. */
  roll: Float64Array
}

/**
 * Scales formants by `formant`: above 1 up, below 1 down. Bins from beyond the top repeat it, rolled off. `tone` then
 * colours what comes out.
 * @param binHertz Hz from one bin to the next.
 */
export function planWarp(formant: number, tone: Tone | undefined, bins: number, binHertz: number): Warp {
  const source = Float64Array.from({ length: bins }, (_, b) => Math.min(bins - 1, b / formant))
  const below = Int32Array.from(source, Math.floor)
  return {
    below,
    above: below.map((b) => Math.min(bins - 1, b + 1)),
    nearest: Int32Array.from(source, Math.round),
    weight: source.map((from, b) => from - below[b]),
    roll: source.map(
      (_, b) => (b / formant > bins - 1 ? BEYOND_TOP : 0) - (tone ? gainAt(tone, b * binHertz) : 0),
    ),
  }
}
