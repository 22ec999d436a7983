import type { Sound } from '@/lib/engine/types'

/** Zero crossings of the sinc on either side: with the window below, the filter falls over 15 % of the lower band. */
const ZERO_CROSSINGS = 32
/** Kaiser window parameter for about 80 dB of stop-band attenuation: 0.1102 · (A − 8.7) (Kaiser 1974). */
const KAISER_BETA = 0.1102 * (80 - 8.7)
/** Middle of the fall, as a share of the lower Nyquist frequency, so that it ends where aliases would begin. */
const CUTOFF = 0.925

/**
 * Band-limited resampling by a polyphase Kaiser-windowed sinc (Smith, "Digital Audio Resampling", CCRMA; Crochiere
 * & Rabiner 1983). Zero phase: output sample n stands at second n / rate. Costs about 70 · max(1, in / out)
 * multiplications an output sample.
 * @param rate Hz, a positive integer. @returns the same sound where the rate is already right.
 */
export function resample(sound: Sound, rate: number): Sound {
  if (sound.sampleRate === rate) return sound
  const { samples, sampleRate } = sound
  const divisor = greatestCommonDivisor(sampleRate, rate)
  const up = rate / divisor
  const down = sampleRate / divisor
  const { taps, half, phases } = polyphaseFilter(up, down)

  // Silence on either side, so that the inner loop needs no bounds; doubles, so that it converts nothing.
  const padded = new Float64Array(samples.length + 2 * taps)
  padded.set(samples, taps)
  const out = new Float32Array(Math.round((samples.length * up) / down))
  for (let n = 0; n < out.length; n++) {
    const position = n * down
    let at = Math.floor(position / up) - half + 1 + taps
    let tap = (position % up) * taps
    let [even, odd] = [0, 0]
    for (const end = tap + taps; tap < end; tap += 2, at += 2) {
      even += padded[at] * phases[tap]
      odd += padded[at + 1] * phases[tap + 1]
    }
    out[n] = even + odd
  }
  return { samples: out, sampleRate: rate }
}

/** `phases[p · taps + k]` weighs input sample `floor − half + 1 + k` for an output at `floor + p / up`. */
function polyphaseFilter(up: number, down: number): { taps: number; half: number; phases: Float64Array } {
  const cutoff = CUTOFF * Math.min(1, up / down)
  const half = Math.ceil(ZERO_CROSSINGS / cutoff)
  const taps = 2 * half
  const phases = new Float64Array(up * taps)
  for (let phase = 0; phase < up; phase++) {
    let sum = 0
    for (let k = 0; k < taps; k++) {
      const x = k - half + 1 - phase / up
      const weight = sinc(cutoff * x) * kaiser(x / half)
      phases[phase * taps + k] = weight
      sum += weight
    }
    // Every phase passes a constant unchanged.
    for (let k = 0; k < taps; k++) phases[phase * taps + k] /= sum
  }
  return { taps, half, phases }
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(KAISER_BETA * Math.sqrt(1 - x * x))
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function besselI0(x: number): number {
  let sum = 1
  for (let k = 1, term = 1; term > 1e-9 * sum; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
