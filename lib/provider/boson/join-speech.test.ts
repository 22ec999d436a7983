import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gapSeconds, joinSpeech, SAMPLE_RATE } from './join-speech'

const tone = (seconds: number, silence: { before?: number; after?: number } = {}) => {
  const samples = (s: number) => Math.round(s * SAMPLE_RATE)
  const { before = 0, after = 0 } = silence
  const pcm = new Int16Array(samples(before) + samples(seconds) + samples(after))
  return pcm.fill(9000, samples(before), samples(before) + samples(seconds))
}

it('pauses between two parts as long as people do, the silence they bring along counted', () => {
  expect(gapSeconds(tone(1), tone(1))).toBeCloseTo(0.35)
  expect(gapSeconds(tone(1, { after: 0.1 }), tone(1, { before: 0.2 }))).toBeCloseTo(0.05)
  expect(gapSeconds(tone(1, { after: 0.5 }), tone(1))).toBe(0)
  expect(gapSeconds(new Int16Array(), new Int16Array())).toBeCloseTo(0.35)
})

it('moves the words along with their part, and knows them only where it knows them all', () => {
  const first = { pcm: tone(1), words: [{ word: 'One', start: 0.1, end: 0.9 }] }
  const second = { pcm: tone(2), words: [{ word: 'two', start: 0.5, end: 1 }] }
  const joined = joinSpeech([first, second])
  expect(joined.pcm.length / SAMPLE_RATE).toBeCloseTo(3.35)
  expect(joined.words?.[1]?.start).toBeCloseTo(1.85)
  expect(joinSpeech([first, { ...second, words: null }]).words).toBeNull()
})

it('keeps every sample of every part, in order', () => {
  const part = fc.array(fc.integer({ min: 200, max: 32767 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const { pcm } = joinSpeech(parts.map((samples) => ({ pcm: Int16Array.from(samples), words: null })))
      expect([...pcm].filter((sample) => sample !== 0)).toEqual(parts.flat())
    }),
  )
})
