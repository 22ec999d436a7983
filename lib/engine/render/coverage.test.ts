import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cover } from './coverage'

const SIZE = 24
const coordinate = fc.double({ min: 1, max: SIZE - 1, noNaN: true })

describe('cover', () => {
  it('gives any triangle its area, and no pixel more than itself', () => {
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), (corners) => {
        const [ax, ay, bx, by, cx, cy] = corners
        const map = {
          left: 0,
          top: 0,
          width: SIZE,
          height: SIZE,
          values: new Float32Array(SIZE * SIZE).fill(9),
        }
        cover(Float32Array.from(corners), map)
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
        const covered = map.values.reduce((sum, value) => sum + value, 0)
        // Scan lines a quarter of a pixel apart: the error is at most their spacing times the width.
        expect(Math.abs(covered - area)).toBeLessThan(SIZE / 4)
        expect(Math.max(...map.values)).toBeLessThanOrEqual(1 + 1e-5)
      }),
    )
  })
})
