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
  [0, [0, 0.14744, 0.00024, 0, 0.39868, 0.00412, 0, 0, 0, 0.00007, 0.01941, 0.37885, 0.00009, 0.0511]],
  [25, [0, 0.01563, 0, 0.0002, 0.04327, 0.04516, 0, 0, 0.00241, 0.00359, 0.06892, 0.00575, 0.51765, 0.29742]],
  [
    50,
    [
      0.00017, 0.00213, 0.00006, 0.00001, 0.01671, 0.05645, 0, 0.00001, 0.17169, 0.27965, 0.28529, 0.00891,
      0.16662, 0.01229,
    ],
  ],
  [
    75,
    [
      0.00002, 0.01844, 0.0056, 0.00012, 0.09737, 0.01952, 0.0045, 0.01297, 0.03411, 0.43189, 0.32056, 0.0352,
      0.01645, 0.00325,
    ],
  ],
  [
    98,
    [
      0.03489, 0.02792, 0.06984, 0.03895, 0.02153, 0.01745, 0.00076, 0.0456, 0.22967, 0.0126, 0.41067, 0.0686,
      0.0041, 0.01743,
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
