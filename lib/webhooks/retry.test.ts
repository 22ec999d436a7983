import fc from 'fast-check'
import { expect, it } from 'vitest'
import { waitAfter } from './retry'

it('waits grow from seconds to half a day, spread around their middle, and end', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => waitAfter(attempts, 0.5))).toEqual([
    5_000,
    30_000,
    300_000,
    1_800_000,
    7_200_000,
    21_600_000,
    43_200_000,
    null,
    null,
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, random) => {
        const wait = waitAfter(attempts, random) ?? 0
        const middle = waitAfter(attempts, 0.5) ?? 0
        expect(Math.abs(wait - middle)).toBeLessThanOrEqual(0.2 * middle + 1)
        expect(wait).toBeLessThan(waitAfter(attempts + 1, 0) ?? 0)
      },
    ),
  )
})
