import { describe, expect, it } from 'vitest'
import { Fft } from './fft'

/** The definition itself, term by term. */
function slowDft(re: Float64Array, im: Float64Array) {
  const size = re.length
  const outRe = new Float64Array(size)
  const outIm = new Float64Array(size)
  for (let k = 0; k < size; k++) {
    for (let n = 0; n < size; n++) {
      const angle = (-2 * Math.PI * k * n) / size
      outRe[k] += re[n] * Math.cos(angle) - im[n] * Math.sin(angle)
      outIm[k] += re[n] * Math.sin(angle) + im[n] * Math.cos(angle)
    }
  }
  return { outRe, outIm }
}

describe('Fft', () => {
  it.each([2, 3, 4, 5, 8, 12, 30, 60, 75, 1200])('agrees with the definition for %i points', (size) => {
    const re = Float64Array.from({ length: size }, (_, n) => Math.sin(n * n * 0.7) + 0.1 * n)
    const im = Float64Array.from({ length: size }, (_, n) => Math.cos(n * 1.3))
    const wanted = slowDft(re, im)
    const gotRe = new Float64Array(size)
    const gotIm = new Float64Array(size)
    new Fft(size).forward(re, im, gotRe, gotIm)
    for (let k = 0; k < size; k++) {
      expect(Math.hypot(gotRe[k] - wanted.outRe[k], gotIm[k] - wanted.outIm[k])).toBeLessThan(1e-8 * size)
    }
  })

  it('refuses sizes with other factors', () => {
    expect(() => new Fft(7)).toThrow(RangeError)
  })
})
