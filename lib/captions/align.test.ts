import { describe, expect, it } from 'vitest'
import { alignTranscript, speechSpans } from './align'
import { faultOf } from './cues'

const RATE = 8000

/** A tone where somebody speaks, a little noise elsewhere. */
function sound(seconds: number, spans: [number, number][]): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    const at = i / RATE
    const speaks = spans.some(([start, end]) => at >= start && at < end)
    return speaks ? 0.4 * Math.sin(i / 3) : 0.004 * Math.sin(i * 12.9898)
  })
}

describe('a transcript over a recording', () => {
  it('finds where somebody speaks, and takes no short gap for a pause', () => {
    const spans = speechSpans(
      sound(6, [
        [0.5, 2],
        [2.1, 3],
        [3.8, 5.5],
      ]),
      RATE,
    )
    expect(spans).toHaveLength(2)
    expect(spans[0].start).toBeCloseTo(0.5, 1)
    expect(spans[0].end).toBeCloseTo(3, 1)
    expect(spans[1].start).toBeCloseTo(3.8, 1)
  })

  it('ends its sentences in the pauses', () => {
    const spans = [
      { start: 0.4, end: 2.2 },
      { start: 3, end: 5 },
    ]
    const cues = alignTranscript('Here is the first sentence.\n\nAnd this is the second one.', spans, 6)
    expect(cues).toEqual([
      { start: 0.4, end: 2.2, text: 'Here is the first sentence.' },
      { start: 3, end: 5, text: 'And this is the second one.' },
    ])
  })

  it('makes captions that can be kept, also of silence and of one breath', () => {
    const text = 'One sentence. Another, which is longer than that. And a third! A fourth? Done.'
    for (const spans of [
      [],
      [{ start: 0, end: 8 }],
      [
        { start: 1, end: 1.2 },
        { start: 4, end: 8 },
      ],
    ]) {
      expect(faultOf(alignTranscript(text, spans, 8), 8)).toBeNull()
    }
    expect(alignTranscript('…', [], 8)).toEqual([])
  })
})
