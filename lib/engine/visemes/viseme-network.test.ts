import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logMel, MEL_BANDS } from './log-mel'
import { normalise, VISEMES, visemePosteriors } from './viseme-network'

let state = 1
/** Noise in −1…1, the same in every run. */
function hiss(): number {
  state = (Math.imul(state, 1664525) + 1013904223) | 0
  return state / 2 ** 31
}

/** A second of chirp, gaps and swelling noise: no speech, but it takes the network through several classes. */
const SIGNAL = Float32Array.from({ length: 16_000 }, (_, i) => {
  const t = i / 16_000
  const chirp = 0.3 * Math.sin(2 * Math.PI * (150 * t + 900 * t * t)) * (t % 0.25 < 0.2 ? 1 : 0.05)
  return chirp + 0.05 * hiss() * (1 + Math.sin(2 * Math.PI * 3 * t))
})

/** What the weights answer for SIGNAL at these frames, computed in another language (NumPy). */
const EXPECTED: [frame: number, posteriors: number[]][] = [
  [
    0,
    [
      0.39639, 0.13671, 0.00012, 0.00008, 0.15825, 0.00076, 0, 0, 0.00044, 0.00063, 0.00825, 0.2358, 0.00016,
      0.06241,
    ],
  ],
  [
    25,
    [
      0.09043, 0.06157, 0.00004, 0.00032, 0.0013, 0.01518, 0, 0, 0.00008, 0.01409, 0.00738, 0.00028, 0.80721,
      0.00211,
    ],
  ],
  [
    50,
    [
      0.26181, 0.00987, 0.00201, 0.00062, 0.01146, 0.00579, 0, 0.00022, 0.06602, 0.48984, 0.06958, 0.009,
      0.06157, 0.01222,
    ],
  ],
  [
    75,
    [
      0.0062, 0.03471, 0.02966, 0.01, 0.06196, 0.02226, 0.01767, 0.01082, 0.08199, 0.41286, 0.13774, 0.00843,
      0.14518, 0.02052,
    ],
  ],
  [
    98,
    [
      0.5656, 0.01211, 0.04556, 0.00867, 0.06145, 0.02632, 0.00158, 0.02603, 0.04195, 0.01998, 0.08665,
      0.04914, 0.01953, 0.03543,
    ],
  ],
]

describe('logMel', () => {
  it('puts a tone into the band around it, a factor of ten in level as ln 100 of energy', () => {
    const tone = (amplitude: number) =>
      logMel(
        Float32Array.from(
          { length: 8000 },
          (_, i) => amplitude * Math.sin((2 * Math.PI * 1000 * i) / 16_000),
        ),
      )
    const loud = tone(0.5)
    const frame = loud.values.subarray(25 * MEL_BANDS, 26 * MEL_BANDS)
    // 1000 Hz is 1000 mel; the 42 edges of the bands run from 93 mel (60 Hz) to 2787 mel (7600 Hz).
    const bandwidth = (2787 - 93) / 41
    expect(frame.indexOf(Math.max(...frame))).toBe(Math.round((1000 - 93) / bandwidth) - 1)
    const quiet = tone(0.05)
    const band = 25 * MEL_BANDS + frame.indexOf(Math.max(...frame))
    expect(loud.values[band] - quiet.values[band]).toBeCloseTo(Math.log(100), 2)
  })
})

describe('visemePosteriors', () => {
  it('answers what the trained network answers', () => {
    const mel = logMel(SIGNAL)
    expect(mel.frames).toBe(102)
    const posteriors = visemePosteriors(normalise(mel), 0, mel.frames)
    for (const [frame, expected] of EXPECTED) {
      expected.forEach((probability, c) => {
        expect(posteriors[frame * VISEMES.length + c]).toBeCloseTo(probability, 4)
      })
    }
  })

  it('answers for a stretch what it answers for it within the whole', () => {
    const features = normalise(logMel(SIGNAL))
    const whole = visemePosteriors(features, 0, features.frames)
    const stretch = visemePosteriors(features, 37, 90)
    expect(stretch).toEqual(whole.slice(37 * VISEMES.length, 90 * VISEMES.length))
  })

  it('gives probabilities for every frame of any sound', () => {
    fc.assert(
      fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 2000 }), (samples) => {
        const mel = logMel(samples)
        const posteriors = visemePosteriors(normalise(mel), 0, mel.frames)
        expect(posteriors.length).toBe(mel.frames * VISEMES.length)
        for (let t = 0; t < mel.frames; t++) {
          const frame = posteriors.subarray(t * VISEMES.length, (t + 1) * VISEMES.length)
          expect(frame.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4)
          expect(Math.min(...frame)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 15 },
    )
  })
})
