import { describe, expect, it } from 'vitest'
import { paceFor } from './pace'

describe('paceFor', () => {
  it('asks for speed 1 where nothing is to change', () => {
    expect(paceFor(1)).toEqual({ speed: 1, length: 1 })
  })

  it('never slows down as the rate rises, and stays within what the networks take', () => {
    let last = { speed: 0, length: 9 }
    for (let rate = 0.3; rate < 3; rate += 0.01) {
      const pace = paceFor(rate)
      expect(pace.speed).toBeGreaterThanOrEqual(last.speed)
      expect(pace.length).toBeLessThanOrEqual(last.length)
      expect(pace.speed).toBeGreaterThanOrEqual(0.5)
      expect(pace.speed).toBeLessThanOrEqual(2)
      last = pace
    }
  })

  it('takes the nearer end of the jump nothing lies in', () => {
    expect(paceFor(1.2).speed).toBeCloseTo(1.32, 2)
    expect(paceFor(1.3)).toEqual({ speed: 1.325, length: 0.83 })
    expect(paceFor(1.4)).toEqual({ speed: 1.35, length: 0.674 })
  })
})
