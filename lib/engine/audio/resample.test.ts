import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resample } from './resample'

const tone = (hertz: number, sampleRate: number, seconds = 0.2) => ({
  sampleRate,
  samples: Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  ),
})

const middleOf = (samples: Float32Array) => samples.subarray(samples.length >> 2, (3 * samples.length) >> 2)
const peakOfMiddle = (samples: Float32Array) => Math.max(...middleOf(samples).map(Math.abs))

/** RMS of the middle half, where no edge of the sound is in the filter. */
function level(samples: Float32Array): number {
  const middle = middleOf(samples)
  return Math.sqrt(middle.reduce((sum, x) => sum + x * x, 0) / middle.length)
}

const decibels = (ratio: number) => 20 * Math.log10(ratio)

describe('resample', () => {
  it.each([
    [48_000, 16_000],
    [24_000, 16_000],
    [44_100, 16_000],
    [16_000, 48_000],
    [22_050, 48_000],
    [44_101, 16_000],
  ])('keeps a tone from %i to %i Hz, sample for sample', (from, to) => {
    const got = resample(tone(1000, from), to)
    const want = tone(1000, to).samples
    expect(got.sampleRate).toBe(to)
    expect(got.samples.length).toBe(want.length)
    const error = want.map((x, i) => x - got.samples[i])
    expect(peakOfMiddle(error)).toBeLessThan(0.001)
  })

  it.each([8100, 9000, 10_000, 12_000, 15_000, 20_000])(
    'lets nothing of %i Hz fold back into 16 kHz',
    (hertz) => {
      const folded = level(resample(tone(hertz, 48_000), 16_000).samples)
      expect(decibels(folded / Math.SQRT1_2)).toBeLessThan(-70)
    },
  )

  it('passes speech up to 6.8 kHz unchanged', () => {
    const kept = level(resample(tone(6800, 48_000), 16_000).samples)
    expect(Math.abs(decibels(kept / Math.SQRT1_2))).toBeLessThan(0.1)
  })

  it('leaves a sound of the right rate alone and takes the empty one', () => {
    const sound = tone(500, 16_000)
    expect(resample(sound, 16_000)).toBe(sound)
    expect(resample({ samples: new Float32Array(0), sampleRate: 48_000 }, 16_000).samples.length).toBe(0)
  })

  it('never overshoots noise by more than the filter can ring', () => {
    fc.assert(
      fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 200 }), (samples) => {
        const out = resample({ samples, sampleRate: 48_000 }, 16_000).samples
        expect(out.length).toBe(Math.round(samples.length / 3))
        expect(out.every((x) => Math.abs(x) < 3)).toBe(true)
      }),
    )
  })
})
