import { describe, expect, it } from 'vitest'
import { curveLength, measureLoudness } from './loudness'
import { SPOKEN, SPOKEN_FRAMES } from './speech-fixture'

const scaled = (gain: number) => ({ ...SPOKEN, samples: SPOKEN.samples.map((x) => x * gain) })

describe('measureLoudness', () => {
  it('is near 1 in loud syllables and 0 in pauses, and does not depend on the gain', () => {
    const { loud } = measureLoudness(SPOKEN, SPOKEN_FRAMES)
    expect(Math.max(...loud)).toBeGreaterThan(0.95)
    expect(Math.max(...loud.subarray(0, 20))).toBeLessThan(0.02)
    const quiet = measureLoudness(scaled(0.03), SPOKEN_FRAMES).loud
    for (let t = 0; t < loud.length; t++) expect(quiet[t]).toBeCloseTo(loud[t], 2)
  })

  it('lets energy tell phrases from pauses more slowly than loudness tells syllables', () => {
    const { loud, energy } = measureLoudness(SPOKEN, SPOKEN_FRAMES)
    const travel = (curve: Float32Array) =>
      curve.reduce((sum, x, i) => sum + (i ? Math.abs(x - curve[i - 1]) : 0), 0)
    expect(travel(energy)).toBeLessThan(0.25 * travel(loud))
    expect(energy[100]).toBeGreaterThan(0.5)
    expect(energy[0]).toBeLessThan(0.2)
  })

  it('hears pauses as silence through steady noise', () => {
    let state = 1
    const noisy = SPOKEN.samples.map((x) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0
      return x + (0.02 * state) / 2 ** 31
    })
    const { loud } = measureLoudness({ ...SPOKEN, samples: noisy }, SPOKEN_FRAMES)
    expect(Math.max(...loud.subarray(0, 15))).toBeLessThan(0.1)
    expect(Math.max(...loud)).toBeGreaterThan(0.9)
  })

  it('leaves rumble out and is silent beyond the end', () => {
    const rumble = SPOKEN.samples.map(
      (x, i) => x + 0.1 * Math.sin((2 * Math.PI * 25 * i) / SPOKEN.sampleRate),
    )
    const { loud } = measureLoudness({ ...SPOKEN, samples: rumble }, SPOKEN_FRAMES + 25)
    const clean = measureLoudness(SPOKEN, SPOKEN_FRAMES).loud
    const apart = clean.reduce((sum, level, t) => sum + Math.abs(level - loud[t]), 0) / clean.length
    expect(apart).toBeLessThan(0.15)
    expect(Math.max(...loud.subarray(curveLength(SPOKEN_FRAMES) + 10))).toBeLessThan(0.01)
  })
})
