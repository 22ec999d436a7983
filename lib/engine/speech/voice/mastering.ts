import { blockPowers, gatedLoudness, integratedLoudness } from './loudness'

/** What speech on the web is delivered at, in LUFS. */
export const TARGET_LOUDNESS = -16
/** No sample is larger: −1.5 dBFS, so that a lossy codec does not clip either. */
export const CEILING = 10 ** (-1.5 / 20)
/** Decibels a voice is made louder by at most, so that a near-silent sound is not blown up to noise. */
const MOST_GAIN = 30
/** Passes of the limiter, and the error in LU that ends them sooner. */
const PASSES = 10
const CLOSE = 0.02
/** What the whole may be off by, in LU, before the last piece gives way, and how far that goes in dB, least first. */
const TOLERANCE = 0.2
const CORRECTIONS = Array.from({ length: 25 }, (_, i) => (i % 2 === 0 ? 0.25 : -0.25) * Math.ceil(i / 2))
const LOOKAHEAD_SECONDS = 0.003
const RELEASE_SECONDS = 0.06

/**
 * Brings speech that comes in pieces to −16 LUFS with peaks held under −1.5 dBFS, without waiting for its end: each
 * piece gets the gain that all speech up to it needs, so that quiet words stay quiet beside loud ones. The gain steps
 * between pieces, which should therefore begin and end in silence. Speech in one piece ends up at the target itself.
 */
export class Mastering {
  /** Powers of all gating blocks so far, as they came and as they went out. */
  private readonly heard: number[] = []
  private readonly given: number[] = []

  constructor(private readonly sampleRate: number) {}

  /**
   * Masters the next piece, in place. Limiting costs a little loudness; further passes give it back.
   * @param expected how much louder all speech up to its end is meant to be than the whole, in dB: below 0 where a
   *   whisper comes before a shout
   * @param last what was expected may have been wrong: the last piece brings the whole near the target
   */
  master(piece: Float32Array, expected = 0, last = false): void {
    const powers = blockPowers(piece, this.sampleRate)
    this.heard.push(...powers)
    let gain = Math.min(MOST_GAIN, TARGET_LOUDNESS + expected - gatedLoudness(this.heard))
    if (last) gain += this.correction(powers, gain)
    const wanted = gatedLoudness(powers) + gain
    if (!Number.isFinite(wanted)) return
    for (let pass = 0; pass < PASSES; pass++) {
      const factor = 10 ** (gain / 20)
      for (let i = 0; i < piece.length; i++) piece[i] *= factor
      limit(piece, this.sampleRate)
      gain = wanted - integratedLoudness(piece, this.sampleRate)
      if (Math.abs(gain) < CLOSE) break
    }
    this.given.push(...blockPowers(piece, this.sampleRate))
  }

  /**
   * The least change in dB to a last piece's gain that brings the whole within `TOLERANCE` of the target, or else as
   * near as can be. Tried step by step: a quiet piece made quieter may drop out of the whole's loudness at once.
   */
  private correction(powers: readonly number[], gain: number): number {
    let best = { change: 0, off: Number.POSITIVE_INFINITY }
    for (const change of CORRECTIONS) {
      const factor = 10 ** ((gain + change) / 10)
      const whole = gatedLoudness([...this.given, ...powers.map((power) => power * factor)])
      const off = Math.abs(whole - TARGET_LOUDNESS)
      if (off < best.off) best = { change, off }
      if (best.off < TOLERANCE) break
    }
    return best.change
  }
}

/** Makes a sound so many LUFS loud, in place. Silence stays silent. */
export function bringTo(samples: Float32Array, sampleRate: number, loudness: number): void {
  const own = integratedLoudness(samples, sampleRate)
  if (!Number.isFinite(own)) return
  const factor = 10 ** ((loudness - own) / 20)
  for (let i = 0; i < samples.length; i++) samples[i] *= factor
}

/**
 * Look-ahead peak limiter, in place: the gain each sample needs is held as a minimum over the look-ahead on both
 * sides, smoothed over it, and recovers exponentially. The smoothed minimum never exceeds what a peak needs.
 */
function limit(samples: Float32Array, sampleRate: number): void {
  const reach = Math.round(LOOKAHEAD_SECONDS * sampleRate)
  const needed = new Float64Array(samples.length + 2 * reach).fill(1)
  let over = false
  for (let i = 0; i < samples.length; i++) {
    const peak = Math.abs(samples[i])
    if (peak <= CEILING) continue
    over = true
    const gain = CEILING / peak
    for (let j = i; j <= i + 2 * reach; j++) needed[j] = Math.min(needed[j], gain)
  }
  if (!over) return
  const recover = 1 - Math.exp(-1 / (RELEASE_SECONDS * sampleRate))
  let held = 1
  for (let i = 0; i < needed.length; i++) {
    held = Math.min(needed[i], held + (1 - held) * recover)
    needed[i] = held
  }
  const width = 2 * reach + 1
  let sum = 0
  for (let j = 0; j < width; j++) sum += needed[j]
  for (let i = 0; i < samples.length; i++) {
    samples[i] *= Math.min(1, sum / width)
    if (i + width < needed.length) sum += needed[i + width] - needed[i]
  }
}

/** Raises the first and lowers the last `seconds` of a sound along half a cosine, in place. */
export function fadeEnds(samples: Float32Array, sampleRate: number, seconds: number): void {
  const length = Math.min(Math.floor(samples.length / 2), Math.round(seconds * sampleRate))
  for (let i = 0; i < length; i++) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * (i + 0.5)) / length)
    samples[i] *= gain
    samples[samples.length - 1 - i] *= gain
  }
}
