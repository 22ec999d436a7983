import { expect, it } from 'vitest'
import { WHOLE_WORD } from '../alphabet'
import { estimateWords } from './word-estimate'

const RATE = 24_000

/** Noise-like sound where told, in seconds; silence elsewhere. */
function sound(seconds: number, heard: [from: number, to: number][]) {
  const samples = Float32Array.from({ length: seconds * RATE }, (_, i) =>
    heard.some(([from, to]) => i >= from * RATE && i < to * RATE) ? Math.sin(i) : 0,
  )
  return { samples, sampleRate: RATE }
}

it('gives each word its share of what can be heard, pauses left between them', () => {
  const phones = estimateWords(
    'Guten Tag, — liebe Leute!',
    sound(3, [
      [0.5, 1.2],
      [1.8, 2.7],
    ]),
  )
  const words = phones.filter(({ symbol }) => symbol === WHOLE_WORD)
  expect(words.map(({ word }) => word?.text)).toEqual(['Guten', 'Tag, —', 'liebe', 'Leute!'])
  expect(words[0].start).toBeCloseTo(0.5, 2)
  expect(words[3].end).toBeCloseTo(2.7, 1)
  // Three fifths of the letters are in the second half: that word lies behind the pause.
  expect(words[2].end).toBeGreaterThan(1.8)
  for (const [i, { start, end }] of phones.entries()) {
    expect(end).toBeGreaterThan(start)
    expect(start).toBeCloseTo(i === 0 ? 0 : phones[i - 1].end, 6)
  }
  expect(phones.at(-1)?.end).toBeCloseTo(3, 6)
})

it('gives a silent sound no words', () => {
  expect(estimateWords('Hallo', sound(1, []))).toEqual([{ symbol: '…', start: 0, end: 1, word: null }])
})
