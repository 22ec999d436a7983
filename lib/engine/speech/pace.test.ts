import { describe, expect, it } from 'vitest'
import { pacedUnits } from './pace'

/** Units a voice predicted for a clause: flaps and stops of one or two, vowels of three to five, a comma's pause. */
const NATURAL = [1.2, 2.4, 3.1, 1.8, 2.2, 4.6, 1.4, 0.4, 2, 2.6, 3.3, 1.9, 2.1, 5.2, 2.4, 8.7]
const sum = (units: readonly number[]) => units.reduce((all, one) => all + one, 0)
const ALL = sum(NATURAL.map((units) => Math.max(1, units)))

describe('pacedUnits', () => {
  it.each([0.5, 0.65, 0.85, 1.1, 1.2, 1.3, 1.4, 1.6, 2])(
    'keeps to a rate of %f within half a unit',
    (rate) => {
      expect(Math.abs(sum(pacedUnits(NATURAL, rate)) - ALL / rate)).toBeLessThanOrEqual(0.5)
    },
  )

  it('gives every symbol a whole number of units, and one at least, however fast', () => {
    for (const rate of [0.5, 1.4, 2, 4]) {
      for (const units of pacedUnits(NATURAL, rate)) {
        expect(Number.isInteger(units)).toBe(true)
        expect(units).toBeGreaterThanOrEqual(1)
      }
    }
  })

  it('takes most from what is longest', () => {
    const fast = pacedUnits(NATURAL, 1.4)
    const share = (at: number[]) => sum(at.map((i) => fast[i])) / sum(at.map((i) => NATURAL[i]))
    const stops = [0, 3, 6, 8, 11]
    const longest = [5, 13, 15]
    expect(share(stops)).toBeGreaterThan(share(longest) + 0.1)
  })

  it('does not take half of everything where everything has two units', () => {
    expect(sum(pacedUnits(Array(30).fill(2), 1.35))).toBeCloseTo(60 / 1.35, 0)
  })
})
