import { FPS, type Sound } from '@/lib/engine/types'
import { smooth } from './smooth'

/** Steps a second of every curve before it is sampled into video frames. Divides into FPS a whole number of times. */
export const CURVE_RATE = 100

/** Loudness every 10 ms, 0…1; see `MouthFrame` for the meaning of the two. */
export type Loudness = { loud: Float32Array; energy: Float32Array }

const WINDOW_SECONDS = 0.03
const RUMBLE_HZ = 90
const SILENCE_DB = -100
/** Speech in a clear recording spans about this range; whatever is this far below its loud syllables is silence. */
const RANGE_DB = 32
/** Above the noise floor by this much before anything counts as sound. */
const ABOVE_FLOOR_DB = 4
/** A sound that varies less than the first is a hum or a hiss, not speech; one above the second is left as it is. */
const STEADY_DB = [4.5, 8] as const

/** Levels in dBFS at which loudness is 0 and 1. A sound without `variation` (1 has it, 0 has none) is quiet throughout. */
type LevelRange = { silent: number; loud: number; variation: number }

/**
 * The range of the engine's own speech, which is mastered: loud syllables of every voice, of one word or many, are
 * between −14 and −10 dBFS, whispers included, and the pauses are silent.
 */
export const MASTERED_RANGE: LevelRange = { silent: -44, loud: -12, variation: 1 }

/** Steps of the curves for a number of video frames. */
export function curveLength(frames: number): number {
  return (frames * CURVE_RATE) / FPS
}

/**
 * How loud the sound is: RMS in 30 ms windows, above 90 Hz, in decibels, between the ends of a range.
 * @param frames video frames to cover; beyond the sound's end there is silence.
 * @param range where not given, the sound's own: see {@link rangeOf}.
 */
export function measureLoudness(sound: Sound, frames: number, range?: LevelRange): Loudness {
  const levels = levelTrack(sound, curveLength(frames))
  const { silent, loud: loudest, variation } = range ?? rangeOf(levels)
  const loud = levels.map((level) => variation * ramp(level, silent, loudest))
  return { loud: smooth(loud, 2.5), energy: smooth(loud, 22) }
}

/**
 * A sound's own range, so that neither the gain of a recording nor a steady background moves the mouth: from 32 dB
 * below its loud syllables or its noise floor, whichever is higher, up to them.
 */
function rangeOf(levels: Float32Array): LevelRange {
  const loud = loudSyllableLevel(levels)
  const floor = quantile(
    levels.filter((level) => level > SILENCE_DB),
    0.1,
  )
  const silent = Math.min(Math.max(loud - RANGE_DB, floor + ABOVE_FLOOR_DB), loud - 12)
  return { silent, loud, variation: ramp(loud - quantile(levels, 0.1), ...STEADY_DB) }
}

/** RMS level in dBFS every 10 ms, centred on the step, low rumble left out. */
function levelTrack({ samples, sampleRate }: Sound, length: number): Float32Array {
  const squares = cumulativeSquares(samples, sampleRate)
  const half = (WINDOW_SECONDS * sampleRate) / 2
  const clamp = (at: number) => Math.max(0, Math.min(samples.length, Math.round(at)))
  return Float32Array.from({ length }, (_, step) => {
    const centre = (step / CURVE_RATE) * sampleRate
    const energy = squares[clamp(centre + half)] - squares[clamp(centre - half)]
    return Math.max(SILENCE_DB, 10 * Math.log10(energy / (2 * half) + 1e-12))
  })
}

/** Running sum of squares behind a second-order Butterworth high-pass (Bristow-Johnson's cookbook, Q = 1/√2). */
function cumulativeSquares(samples: Float32Array, sampleRate: number): Float64Array {
  const w = (2 * Math.PI * RUMBLE_HZ) / sampleRate
  const alpha = Math.sin(w) / Math.SQRT2
  const a0 = 1 + alpha
  const b = (1 + Math.cos(w)) / 2 / a0
  const a1 = (-2 * Math.cos(w)) / a0
  const a2 = (1 - alpha) / a0
  const sums = new Float64Array(samples.length + 1)
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let i = 0; i < samples.length; i++) {
    const x = samples[i]
    const y = b * (x - 2 * x1 + x2) - a1 * y1 - a2 * y2
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
    sums[i + 1] = sums[i] + y * y
  }
  return sums
}

/**
 * Level of the loud syllables: the gated mean of ITU-R BS.1770-4 (steps above −70 dBFS, then those within 10 dB of
 * their mean), plus 3 dB, by which loud syllables exceed the mean of speech.
 */
function loudSyllableLevel(levels: Float32Array): number {
  const meanAbove = (gate: number) => {
    let sum = 0
    let count = 0
    for (const level of levels) {
      if (level <= gate) continue
      sum += 10 ** (level / 10)
      count++
    }
    return count === 0 ? SILENCE_DB : 10 * Math.log10(sum / count)
  }
  return meanAbove(meanAbove(-70) - 10) + 3
}

function quantile(values: Float32Array, share: number): number {
  return values.length === 0 ? SILENCE_DB : values.toSorted()[Math.floor(share * (values.length - 1))]
}

/** 0 at `from` and below, 1 at `to` and above, straight between. */
export function ramp(value: number, from: number, to: number): number {
  return Math.max(0, Math.min(1, (value - from) / (to - from)))
}
