import { describe, expect, it } from 'vitest'
import { guidedFilter } from './guided-filter'
import type { Picture } from './picture'

/** Not multiples of the filter's grid. */
const WIDTH = 130
const HEIGHT = 101
const RADIUS = 12
const FLAT = 5e-4

/** A dark disc with strands of hair two pixels thin to its right, on a light ground: 1 where it is. */
const truth = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
  const x = i % WIDTH
  const y = Math.floor(i / WIDTH)
  const isStrand = x > 50 && x < 92 && y % 9 < 2
  return Math.hypot(x - 50, y - 50) < 32 || (isStrand && Math.abs(y - 50) < 20) ? 1 : 0
})

function paint(person: number[], ground: number[]): Picture {
  const data = new Uint8Array(WIDTH * HEIGHT * 3)
  truth.forEach((share, i) => {
    data.set(share === 1 ? person : ground, i * 3)
  })
  return { data, width: WIDTH, height: HEIGHT }
}

/** A mask as a small model gives it: right in the large, blurred by some pixels. */
function blurred(mask: Float32Array, radius: number): Float32Array {
  return mask.map((_, i) => {
    let sum = 0
    let count = 0
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        const x = (i % WIDTH) + dx
        const y = Math.floor(i / WIDTH) + dy
        if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) continue
        sum += mask[y * WIDTH + x]
        count++
      }
    }
    return sum / count
  })
}

const apart = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length

/** Pixels of the left half, where the disc is alone, that are neither all person nor all ground, or wrongly so. */
const unsure = (mask: Float32Array) =>
  mask.filter((value, i) => i % WIDTH < 50 && Math.abs(value - truth[i]) > 0.2).length

describe('guidedFilter', () => {
  const soft = blurred(truth, 6)

  it.each([
    ['brown hair on a wall', [70, 45, 30], [200, 205, 210]],
    ['red on a green of the same lightness', [200, 60, 60], [60, 130, 60]],
  ])('follows an edge and strands that the mask only suggests: %s', (_, person, ground) => {
    const refined = guidedFilter(paint(person, ground), soft, RADIUS, FLAT)
    expect(unsure(refined)).toBeLessThan(0.1 * unsure(soft))
    const at = (x: number, y: number) => refined[y * WIDTH + x]
    expect(at(86, 45)).toBeGreaterThan(at(86, 50) + 0.25)
  })

  it('leaves a mask alone where the picture shows no edge', () => {
    const grey = paint([128, 128, 128], [128, 128, 128])
    const refined = guidedFilter(grey, soft, RADIUS, FLAT)
    expect(apart(refined, blurred(soft, RADIUS))).toBeLessThan(0.08)
    const everywhere = new Float32Array(WIDTH * HEIGHT).fill(1)
    expect(guidedFilter(paint([9, 9, 9], [250, 250, 250]), everywhere, RADIUS, FLAT)).toEqual(everywhere)
  })
})
