import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MouthFrame, PerformanceSpan, Phone } from '@/lib/engine/types'
import { GrowingMouth } from './growing-mouth'
import { mouthFromPhones } from './mouth-from-phones'
import { SPOKEN, SPOKEN_PHONES } from './speech-fixture'

/** The fixture three times over: seven seconds. */
const TIMES = 3
const SECONDS = SPOKEN.samples.length / SPOKEN.sampleRate
const SAMPLES = Float32Array.from({ length: TIMES * SPOKEN.samples.length }, (_, i) => {
  return SPOKEN.samples[i % SPOKEN.samples.length]
})
const PHONES: Phone[] = Array.from({ length: TIMES }, (_, n) =>
  SPOKEN_PHONES.map(({ symbol, start, end }) => ({
    symbol,
    start: start + n * SECONDS,
    end: end + n * SECONDS,
  })),
).flat()
/** The middle third is shouted. */
const PERFORMANCE: PerformanceSpan[] = [
  { start: SECONDS, end: 2 * SECONDS, emotion: null, style: 'shouting' },
]
const WHOLE = mouthFromPhones(
  PHONES,
  { samples: SAMPLES, sampleRate: SPOKEN.sampleRate },
  Math.ceil((SAMPLES.length * 25) / SPOKEN.sampleRate),
  PERFORMANCE,
)

const sampleOf = (seconds: number) => Math.round(seconds * SPOKEN.sampleRate)
/** Samples at which a phone begins. */
const BOUNDARIES = PHONES.map(({ start }) => sampleOf(start))

/** The speech between two samples, with the phones that begin in it. */
function pieceOf(from: number, to: number) {
  const shift = from / SPOKEN.sampleRate
  const phones = PHONES.filter(({ start }) => sampleOf(start) >= from && sampleOf(start) < to)
  return {
    samples: SAMPLES.subarray(from, to),
    sampleRate: SPOKEN.sampleRate,
    phones: phones.map(({ symbol, start, end }) => ({ symbol, start: start - shift, end: end - shift })),
    performance: PERFORMANCE.flatMap(({ start, end, ...manner }) => {
      const [first, last] = [Math.max(start, shift), Math.min(end, to / SPOKEN.sampleRate)]
      return first < last ? [{ ...manner, start: first - shift, end: last - shift }] : []
    }),
  }
}

describe('GrowingMouth', () => {
  it('moves as if all had been said at once, wherever the speech was cut between two phones', () => {
    fc.assert(
      fc.property(fc.subarray(BOUNDARIES, { maxLength: 6 }), (cuts) => {
        const mouth = new GrowingMouth()
        const ends = [...cuts, SAMPLES.length]
        const parts = ends.map((end, i) => mouth.add(pieceOf(i === 0 ? 0 : ends[i - 1], end)))
        const frames = [...parts.flat(), ...mouth.finish()]
        expect(frames).toHaveLength(WHOLE.length)
        expect(furthest(frames, WHOLE)).toBeLessThan(0.01)
      }),
      { numRuns: 40 },
    )
  })

  it('gives what is a second away from the end at once, and nothing twice', () => {
    const mouth = new GrowingMouth()
    const { sampleRate } = SPOKEN
    expect(mouth.add(pieceOf(0, 3 * sampleRate))).toHaveLength(2 * 25)
    expect(mouth.add(pieceOf(3 * sampleRate, 3.5 * sampleRate))).toHaveLength(12)
    expect(mouth.add(pieceOf(3.5 * sampleRate, 3.51 * sampleRate))).toEqual([])
    expect(mouth.finish()).toHaveLength(Math.ceil(3.51 * 25) - 2 * 25 - 12)
    expect(mouth.finish()).toEqual([])
  })
})

/** The largest difference between two movements in anything. */
function furthest(a: MouthFrame[], b: MouthFrame[]): number {
  const keys = ['open', 'round', 'press', 'tuck', 'loud', 'energy'] as const
  return Math.max(...a.flatMap((frame, i) => keys.map((key) => Math.abs(frame[key] - b[i][key]))))
}
