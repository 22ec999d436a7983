import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRange } from './serve-file'

describe('parseRange', () => {
  it.each([
    ['bytes=0-1', 10, { start: 0, end: 1 }],
    ['bytes=0-', 10, { start: 0, end: 9 }],
    ['bytes=5-100', 10, { start: 5, end: 9 }],
    ['bytes=-3', 10, { start: 7, end: 9 }],
    ['bytes=-100', 10, { start: 0, end: 9 }],
    ['bytes=10-', 10, null],
    ['bytes=-0', 10, null],
    ['bytes=5-2', 10, undefined],
    ['bytes=0-1,3-4', 10, undefined],
    ['items=0-1', 10, undefined],
    ['bytes=-', 10, undefined],
    [undefined, 10, undefined],
  ])('%s of %i bytes', (header, size, expected) => {
    expect(parseRange(header, size)).toEqual(expected)
  })

  it('never leaves the file, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1e9 }), (junk, a, b, size) => {
        for (const header of [junk, `bytes=${junk}`, `bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${b}`]) {
          const range = parseRange(header, size)
          if (range) expect(0 <= range.start && range.start <= range.end && range.end < size).toBe(true)
        }
      }),
    )
  })
})
