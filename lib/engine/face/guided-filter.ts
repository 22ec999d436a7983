import type { Picture } from './picture'

/** Pixels of the picture to one of the grid on which the filter's means are taken. */
const STEP = 4

/** A window whose mean mask is this near to 0 or 1 has no edge in it. */
const SAME = 0.004

/** A plane of floats on the coarse grid. */
type Plane = Float32Array

/**
 * Makes a soft mask follow the edges of a picture: in every window the mask is fitted as a linear function of the
 * three colours, and the fits that cover a pixel are averaged (K. He, J. Sun, X. Tang, "Guided Image Filtering", IEEE
 * TPAMI 35(6), 2013, section 3.4 for colour guides). The fits are made on a grid a quarter as fine and enlarged
 * (K. He, J. Sun, "Fast Guided Filter", arXiv:1505.00996, 2015), so that a megapixel takes some 40 ms.
 *
 * @param mask 0…1, one float a pixel of the picture
 * @param radius of a window, pixels of the picture
 * @param epsilon what variance of colour (0…1 squared) counts as flat
 * @returns a new mask, 0…1
 */
export function guidedFilter(
  picture: Picture,
  mask: Float32Array,
  radius: number,
  epsilon: number,
): Float32Array {
  const width = Math.ceil(picture.width / STEP)
  const height = Math.ceil(picture.height / STEP)
  const mean = (plane: Plane) => boxMean(plane, width, height, Math.max(1, Math.round(radius / STEP)))
  const fits = fitColours(reduce(picture, mask, width, height), epsilon, mean)
  return apply(picture, mask, fits.map(mean), width, height)
}

/** The means of each STEP × STEP block: red, green and blue (0…1) and the mask. */
function reduce({ data, ...picture }: Picture, mask: Float32Array, width: number, height: number): Plane[] {
  const planes = Array.from({ length: 4 }, () => new Float32Array(width * height))
  for (let y = 0; y < picture.height; y++) {
    const row = Math.floor(y / STEP) * width
    const rows = Math.min(STEP, picture.height - (y - (y % STEP)))
    for (let x = 0, i = y * picture.width; x < picture.width; x++, i++) {
      const o = row + Math.floor(x / STEP)
      const share = 1 / (rows * Math.min(STEP, picture.width - (x - (x % STEP))))
      for (let k = 0; k < 3; k++) planes[k][o] += (data[i * 3 + k] * share) / 255
      planes[3][o] += mask[i] * share
    }
  }
  return planes
}

/** Least squares of the mask on the colours in every window: three slopes and the offset. */
function fitColours([r, g, b, mask]: Plane[], epsilon: number, mean: (plane: Plane) => Plane): Plane[] {
  const product = (a: Plane, b: Plane) => mean(a.map((value, i) => value * b[i]))
  const colours = [r, g, b]
  const [meanR, meanG, meanB] = colours.map(mean)
  const meanMask = mean(mask)
  const squares = [product(r, r), product(r, g), product(r, b), product(g, g), product(g, b), product(b, b)]
  const [rMask, gMask, bMask] = colours.map((colour) => product(colour, mask))
  const slopes = colours.map(() => new Float32Array(mask.length))
  const offset = new Float32Array(mask.length)
  for (let i = 0; i < mask.length; i++) {
    if (meanMask[i] < SAME || meanMask[i] > 1 - SAME) {
      offset[i] = meanMask[i]
      continue
    }
    const rr = squares[0][i] - meanR[i] * meanR[i] + epsilon
    const rg = squares[1][i] - meanR[i] * meanG[i]
    const rb = squares[2][i] - meanR[i] * meanB[i]
    const gg = squares[3][i] - meanG[i] * meanG[i] + epsilon
    const gb = squares[4][i] - meanG[i] * meanB[i]
    const bb = squares[5][i] - meanB[i] * meanB[i] + epsilon
    const p = rMask[i] - meanR[i] * meanMask[i]
    const q = gMask[i] - meanG[i] * meanMask[i]
    const s = bMask[i] - meanB[i] * meanMask[i]
    // The inverse of the symmetric 3 × 3 covariance by its cofactors.
    const c0 = gg * bb - gb * gb
    const c1 = gb * rb - rg * bb
    const c2 = rg * gb - gg * rb
    const determinant = rr * c0 + rg * c1 + rb * c2
    slopes[0][i] = (c0 * p + c1 * q + c2 * s) / determinant
    slopes[1][i] = (c1 * p + (rr * bb - rb * rb) * q + (rb * rg - rr * gb) * s) / determinant
    slopes[2][i] = (c2 * p + (rb * rg - rr * gb) * q + (rr * gg - rg * rg) * s) / determinant
    offset[i] = meanMask[i] - slopes[0][i] * meanR[i] - slopes[1][i] * meanG[i] - slopes[2][i] * meanB[i]
  }
  return [...slopes, offset]
}

/** Mean over a square window cut off at the border, by running sums in two passes. */
function boxMean(plane: Plane, width: number, height: number, radius: number): Plane {
  const rows = new Float32Array(plane.length)
  const out = new Float32Array(plane.length)
  runningMean(plane, rows, height, width, width, 1, radius)
  runningMean(rows, out, width, height, 1, width, radius)
  return out
}

/** Along each of `lines` lines of `length` values; `lineStep` from line to line, `step` from value to value. */
function runningMean(
  from: Plane,
  to: Plane,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
): void {
  for (let line = 0; line < lines; line++) {
    const at = line * lineStep
    let sum = 0
    let first = 0
    let end = 0
    for (let i = 0; i < length; i++) {
      while (end < Math.min(length, i + radius + 1)) sum += from[at + end++ * step]
      while (first < i - radius) sum -= from[at + first++ * step]
      to[at + i * step] = sum / (end - first)
    }
  }
}

/** The enlarged fits, applied to the picture's own pixels where the mask is not the same all around. */
function apply(
  picture: Picture,
  mask: Float32Array,
  [slopeR, slopeG, slopeB, offset]: Plane[],
  width: number,
  height: number,
): Float32Array {
  const { data } = picture
  const out = new Float32Array(mask)
  const isFlat = slopeR.map((slope, i) => (slope === 0 && slopeG[i] === 0 && slopeB[i] === 0 ? 1 : 0))
  for (let y = 0, i = 0; y < picture.height; y++) {
    const v = Math.max(0, Math.min(height - 1.001, (y + 0.5) / STEP - 0.5))
    const j = Math.floor(v) * width
    const fy = v - Math.floor(v)
    for (let x = 0; x < picture.width; x++, i++) {
      const u = Math.max(0, Math.min(width - 1.001, (x + 0.5) / STEP - 0.5))
      const p = j + Math.floor(u)
      const q = p + width
      if (isFlat[p] && isFlat[p + 1] && isFlat[q] && isFlat[q + 1]) continue
      const fx = u - Math.floor(u)
      const r = mix4(slopeR, p, q, fx, fy) * data[i * 3]
      const g = mix4(slopeG, p, q, fx, fy) * data[i * 3 + 1]
      const b = mix4(slopeB, p, q, fx, fy) * data[i * 3 + 2]
      out[i] = Math.max(0, Math.min(1, (r + g + b) / 255 + mix4(offset, p, q, fx, fy)))
    }
  }
  return out
}

/** Bilinear between the values at `p`, `q` below it, and their right neighbours. */
function mix4(plane: Plane, p: number, q: number, fx: number, fy: number): number {
  const upper = plane[p] + (plane[p + 1] - plane[p]) * fx
  const lower = plane[q] + (plane[q + 1] - plane[q]) * fx
  return upper + (lower - upper) * fy
}
