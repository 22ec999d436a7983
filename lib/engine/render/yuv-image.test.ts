import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rgbFromYuv, yuvFromRgb } from './yuv-image'

const level = fc.integer({ min: 0, max: 255 })

describe('I420', () => {
  it('brings every flat colour back within rounding', () => {
    fc.assert(
      fc.property(level, level, level, (r, g, b) => {
        const rgb = Uint8Array.from({ length: 12 }, (_, i) => [r, g, b][i % 3])
        const back = rgbFromYuv(yuvFromRgb(rgb, 2, 2))
        for (let i = 0; i < 12; i++) expect(Math.abs(back[i] - rgb[i])).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('is limited range: black 16, white 235, grey without colour', () => {
    const grey = (value: number) => yuvFromRgb(new Uint8Array(12).fill(value), 2, 2)
    expect(grey(0).y[0]).toBe(16)
    expect(grey(255).y[0]).toBe(235)
    expect([grey(128).u[0], grey(128).v[0]]).toEqual([128, 128])
  })
})
