import type { Sound } from '@/lib/engine/types'
import { Fft } from './voice/fft'

/** What tests measure speech by, apart from the means it is made with. */

/**
 * Median fundamental in Hz by autocorrelation over 40 ms frames that are clearly periodic, at a third of the rate.
 */
export function medianPitch(utterance: Sound): number {
  const sampleRate = utterance.sampleRate / 3
  const samples = Float32Array.from(
    { length: Math.floor(utterance.samples.length / 3) },
    (_, i) => (utterance.samples[3 * i] + utterance.samples[3 * i + 1] + utterance.samples[3 * i + 2]) / 3,
  )
  const size = Math.round(0.04 * sampleRate)
  const pitches: number[] = []
  for (let from = 0; from + 2 * size < samples.length; from += size) {
    let best = 0
    let bestLag = 0
    for (let lag = Math.round(sampleRate / 350); lag <= sampleRate / 65; lag++) {
      let dot = 0
      let a = 1e-9
      let b = 1e-9
      for (let i = from; i < from + size; i++) {
        dot += samples[i] * samples[i + lag]
        a += samples[i] ** 2
        b += samples[i + lag] ** 2
      }
      const likeness = a < 1e-3 * size ? 0 : dot / Math.sqrt(a * b)
      // A multiple of the period is as alike: it must be clearly better to count.
      if (likeness > best + 0.03) {
        best = likeness
        bestLag = lag
      }
    }
    if (best > 0.8) pitches.push(sampleRate / bestLag)
  }
  return pitches.sort((a, b) => a - b)[pitches.length >> 1]
}

const WINDOW = 1024
const FFT = new Fft(WINDOW)
/** Middles of third octaves from 200 Hz to 5 kHz. */
const THIRDS = Array.from({ length: 15 }, (_, i) => 200 * 2 ** (i / 3))

/** How differently two sounds are coloured: RMS over third octaves of their mean powers' difference in dB, level apart. */
export function colourDistance(a: Sound, b: Sound): number {
  const [ofA, ofB] = [thirdOctaves(a), thirdOctaves(b)]
  const apart = ofA.map((level, i) => level - ofB[i])
  const mean = apart.reduce((sum, x) => sum + x, 0) / apart.length
  return Math.sqrt(apart.reduce((sum, x) => sum + (x - mean) ** 2, 0) / apart.length)
}

/** How bright a sound is: mean level in dB of the third octaves from 1.6 to 5 kHz over those from 200 to 500 Hz. */
export function brightness(sound: Sound): number {
  const levels = thirdOctaves(sound)
  const mean = (part: number[]) => part.reduce((sum, level) => sum + level, 0) / part.length
  return mean(levels.slice(9)) - mean(levels.slice(0, 5))
}

function thirdOctaves({ samples, sampleRate }: Sound): number[] {
  const [inRe, inIm, outRe, outIm] = Array.from({ length: 4 }, () => new Float64Array(WINDOW))
  const power = new Float64Array(WINDOW / 2)
  for (let start = 0; start + WINDOW <= samples.length; start += WINDOW / 2) {
    for (let i = 0; i < WINDOW; i++) {
      inRe[i] = samples[start + i] * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW))
    }
    FFT.forward(inRe, inIm, outRe, outIm)
    for (let b = 0; b < power.length; b++) power[b] += outRe[b] ** 2 + outIm[b] ** 2
  }
  return THIRDS.map((middle) => {
    const [from, to] = [middle * 2 ** (-1 / 6), middle * 2 ** (1 / 6)].map(
      (hertz) => (hertz * WINDOW) / sampleRate,
    )
    const band = power.subarray(Math.round(from), Math.max(Math.round(from) + 1, Math.round(to)))
    return 10 * Math.log10(band.reduce((sum, x) => sum + x, 0) / band.length + 1e-12)
  })
}
