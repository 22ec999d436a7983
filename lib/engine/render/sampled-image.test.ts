import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample, sampledPlane } from './sampled-image'

const SIZE = 6
const bytes = fc.uint8Array({ minLength: SIZE * SIZE, maxLength: SIZE * SIZE })
const position = fc.integer({ min: 0, max: (SIZE - 1) * 65536 - 1 })

describe('sample', () => {
  it('is bilinear to within the rounding of its fixed point', () => {
    fc.assert(
      fc.property(bytes, position, position, (plane, u, v) => {
        const x = u >> 16
        const y = v >> 16
        const fx = (u & 0xffff) / 65536
        const fy = (v & 0xffff) / 65536
        const at = (i: number, j: number) => plane[j * SIZE + i]
        const upper = at(x, y) * (1 - fx) + at(x + 1, y) * fx
        const lower = at(x, y + 1) * (1 - fx) + at(x + 1, y + 1) * fx
        const exact = upper * (1 - fy) + lower * fy
        // Fractions are cut to 8 bits: up to 1/256 of a step of 255 on each axis, and two roundings.
        expect(Math.abs(sample(sampledPlane(plane, SIZE, SIZE), SIZE, u, v) - exact)).toBeLessThan(3)
      }),
    )
  })

  it('gives pixels themselves at their indices', () => {
    fc.assert(
      fc.property(bytes, (plane) => {
        const packed = sampledPlane(plane, SIZE, SIZE)
        plane.forEach((value, i) => {
          expect(sample(packed, SIZE, (i % SIZE) << 16, Math.floor(i / SIZE) << 16)).toBe(value)
        })
      }),
    )
  })
})
