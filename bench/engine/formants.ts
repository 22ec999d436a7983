import { resample } from '@/lib/engine/audio/resample'
import { pitchTrack, TRACK_RATE } from '@/lib/engine/speech/match/pitch-track'
import type { Sound } from '@/lib/engine/types'

const RATE = 11_025
const WINDOW = Math.round(0.025 * RATE)
const ORDER = 12
const PRE_EMPHASIS = 0.97
/** Formants are looked for between these, in Hz, every so many. */
const [LOWEST, HIGHEST, STEP] = [200, 4000, 20]

/**
 * Medians of the first three formants in Hz over the voiced frames of a sound: the first three peaks of the linear
 * predictor's envelope (Markel and Gray 1976, "Linear Prediction of Speech"; order 12 at 11 kHz). Good for comparing
 * voices that say the same words, no more.
 */
export function medianFormants(sound: Sound): number[] {
  const { samples } = resample(sound, RATE)
  const track = pitchTrack(sound)
  const found: number[][] = [[], [], []]
  for (let k = 0; k < track.length; k++) {
    const start = Math.round((k * RATE) / TRACK_RATE)
    if (track[k] === 0 || start === 0 || start + WINDOW > samples.length) continue
    const peaks = envelopePeaks(predictor(samples, start))
    if (peaks.length >= 3) for (const [i, hertz] of peaks.slice(0, 3).entries()) found[i].push(hertz)
  }
  return found.map((values) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN)
}

/** Coefficients of the linear predictor of a frame, by autocorrelation and Levinson's recursion. */
function predictor(samples: Float32Array, start: number): Float64Array {
  const frame = Float64Array.from({ length: WINDOW }, (_, i) => {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (WINDOW - 1))
    return hann * (samples[start + i] - PRE_EMPHASIS * samples[start + i - 1])
  })
  const r = Float64Array.from({ length: ORDER + 1 }, (_, lag) =>
    frame.subarray(lag).reduce((sum, x, i) => sum + x * frame[i], 0),
  )
  let error = r[0] + 1e-9
  let a = Float64Array.of(1)
  for (let n = 1; n <= ORDER; n++) {
    const reflection = -a.reduce((sum, x, i) => sum + x * r[n - i], 0) / error
    const before = a
    a = Float64Array.from({ length: n + 1 }, (_, i) => (before[i] ?? 0) + reflection * (before[n - i] ?? 0))
    error *= 1 - reflection * reflection
  }
  return a
}

/** Where 1 / |A| has its peaks, in Hz. */
function envelopePeaks(a: Float64Array): number[] {
  const grid = Array.from({ length: (HIGHEST - LOWEST) / STEP }, (_, i) => LOWEST + i * STEP)
  const levels = grid.map((hertz) => {
    let [re, im] = [0, 0]
    for (const [i, x] of a.entries()) {
      re += x * Math.cos((2 * Math.PI * hertz * i) / RATE)
      im += x * Math.sin((2 * Math.PI * hertz * i) / RATE)
    }
    return -(re * re + im * im)
  })
  return grid.filter((_, i) => i > 0 && levels[i] > levels[i - 1] && levels[i] >= (levels[i + 1] ?? 0))
}
