import type { Picture } from './picture'

/** A rectangle in a picture: centre and size in pixels, turned clockwise by `angle` radians. */
export type Region = { cx: number; cy: number; width: number; height: number; angle: number }

/** A square region. */
export function square(cx: number, cy: number, side: number, angle = 0): Region {
  return { cx, cy, width: side, height: side, angle }
}

/**
 * Resamples a region to `side` × `side` pixels for a model, as floats `value * gain + bias`. Outside the picture
 * is black (value 0). Where the region is reduced by more than two, several taps a pixel keep fine texture from
 * aliasing into false edges.
 */
export function sampleRegion(
  picture: Picture,
  region: Region,
  side: number,
  gain: number,
  bias: number,
): Float32Array {
  const out = new Float32Array(side * side * 3)
  const { data, width, height } = picture
  const cos = Math.cos(region.angle)
  const sin = Math.sin(region.angle)
  const taps = Math.max(1, Math.ceil(Math.max(region.width, region.height) / side / 2))
  const grid = side * taps
  const weight = gain / (taps * taps)
  for (let j = 0; j < grid; j++) {
    const v = ((j + 0.5) / grid - 0.5) * region.height
    const row = Math.floor(j / taps) * side
    for (let i = 0; i < grid; i++) {
      const u = ((i + 0.5) / grid - 0.5) * region.width
      const x = region.cx + u * cos - v * sin - 0.5
      const y = region.cy + u * sin + v * cos - 0.5
      if (x < -1 || y < -1 || x > width || y > height) continue
      const x0 = Math.max(0, Math.min(width - 2, Math.floor(x)))
      const y0 = Math.max(0, Math.min(height - 2, Math.floor(y)))
      const fx = Math.max(0, Math.min(1, x - x0))
      const fy = Math.max(0, Math.min(1, y - y0))
      const top = (y0 * width + x0) * 3
      const bottom = top + width * 3
      const o = (row + Math.floor(i / taps)) * 3
      for (let k = 0; k < 3; k++) {
        const a = data[top + k] + (data[top + 3 + k] - data[top + k]) * fx
        const b = data[bottom + k] + (data[bottom + 3 + k] - data[bottom + k]) * fx
        out[o + k] += (a + (b - a) * fy) * weight
      }
    }
  }
  if (bias !== 0) for (let i = 0; i < out.length; i++) out[i] += bias
  return out
}
