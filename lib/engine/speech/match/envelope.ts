import type { Sound } from '@/lib/engine/types'
import { Fft } from '../voice/fft'
import { POINTS_AN_OCTAVE, TONE_FREQUENCIES } from '../voice/tone'
import { VOICE_RATE } from '../voice/vocoder'
import { TRACK_RATE } from './pitch-track'

const WINDOW = 1200
const BINS = WINDOW / 2 + 1
const BIN_HZ = VOICE_RATE / WINDOW
const FFT = new Fft(WINDOW)
const HANN = Float64Array.from({ length: WINDOW }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW))
const POINTS = TONE_FREQUENCIES.length
/** Every how many frames of the pitch track a spectrum is taken. */
const STEP = 2
/** Steady noise is the level that this share of all frames does not exceed, and a little more. */
const NOISE_SHARE = 0.1
const NOISE_ABOVE = 1.3
const NOISE_HZ = 200
/** What is left of a level at least when noise is taken off it. */
const LEAST_LEFT = 0.1
/** A level this many times the noise's can be trusted, unless it is 65 dB below the frame's loudest: there the clip ends. */
const CLEAR = 4
const BEYOND_CLIP = 10 ** (-65 / 10)

/** Nepers at {@link TONE_FREQUENCIES}, and how much of each stands out of the clip's noise, 0…1. */
export type Envelope = { nepers: Float64Array; trust: Float64Array }

/**
 * Mean spectral envelope of the voiced frames: log power averaged over frames, so that no single vowel governs. Each
 * spectrum is smoothed over one harmonic's width, which takes the pitch out of it (as CheapTrick does: Morise 2015),
 * and steady noise is taken off.
 * @param sound 24 kHz. @param track its pitch.
 */
export function meanEnvelope({ samples }: Sound, track: Float32Array): Envelope {
  const noise = noiseLevels(samples)
  const nepers = new Float64Array(POINTS)
  const trust = new Float64Array(POINTS)
  let count = 0
  for (let k = 0; k < track.length; k += STEP) {
    if (track[k] === 0) continue
    const centre = (k / TRACK_RATE + 0.02) * VOICE_RATE
    const levels = levelsAt(samples, Math.round(centre - WINDOW / 2), track[k])
    const least = BEYOND_CLIP * levels.reduce((most, level) => Math.max(most, level), 0)
    for (let i = 0; i < POINTS; i++) {
      nepers[i] += 0.5 * Math.log(Math.max(levels[i] - noise[i], LEAST_LEFT * levels[i]))
      if (levels[i] > Math.max(CLEAR * noise[i], least)) trust[i]++
    }
    count++
  }
  const share = 1 / Math.max(1, count)
  return { nepers: nepers.map((sum) => sum * share), trust: trust.map((sum) => sum * share) }
}

/** Power of steady noise at each point: what most frames exceed. */
function noiseLevels(samples: Float32Array): Float64Array {
  const frames: Float64Array[] = []
  for (let start = 0; start + WINDOW <= samples.length; start += WINDOW)
    frames.push(levelsAt(samples, start, NOISE_HZ))
  return Float64Array.from({ length: POINTS }, (_, i) => {
    const levels = Float64Array.from(frames, (frame) => frame[i]).sort()
    return levels.length === 0 ? 0 : NOISE_ABOVE * levels[Math.floor(NOISE_SHARE * (levels.length - 1))]
  })
}

/** Power at each point of one frame, smoothed over `width` Hz or a step of the grid. */
function levelsAt(samples: Float32Array, start: number, width: number): Float64Array {
  const running = cumulate(powerSpectrum(samples, start))
  return TONE_FREQUENCIES.map((hertz) => {
    const half = Math.max(width, hertz / POINTS_AN_OCTAVE) / 2
    return meanBetween(running, hertz - half, hertz + half) + 1e-12
  })
}

const [inRe, inIm, outRe, outIm] = Array.from({ length: 4 }, () => new Float64Array(WINDOW))
const power = new Float64Array(BINS)

function powerSpectrum(samples: Float32Array, start: number): Float64Array {
  for (let i = 0; i < WINDOW; i++) inRe[i] = (samples[start + i] ?? 0) * HANN[i]
  FFT.forward(inRe, inIm, outRe, outIm)
  for (let b = 0; b < BINS; b++) power[b] = outRe[b] ** 2 + outIm[b] ** 2
  return power
}

/** Running sum: `running[b]` is the sum of all bins below b. */
function cumulate(power: Float64Array): Float64Array {
  const running = new Float64Array(BINS + 1)
  for (let b = 0; b < BINS; b++) running[b + 1] = running[b] + power[b]
  return running
}

/** Mean power between two frequencies, parts of bins included. */
function meanBetween(running: Float64Array, from: number, to: number): number {
  const at = (hertz: number) => {
    const position = Math.max(0, Math.min(BINS, hertz / BIN_HZ + 0.5))
    const b = Math.min(BINS - 1, Math.floor(position))
    return running[b] + (position - b) * (running[b + 1] - running[b])
  }
  return (at(to) - at(from)) / ((to - from) / BIN_HZ)
}
