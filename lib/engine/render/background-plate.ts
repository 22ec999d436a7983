import type { Picture } from '../face/picture'
import { clamp } from './curves'

/** Pixels by which the person is widened before it is cut out, so that no fringe of hair stays behind. */
const DILATION = 6
/** Matte value (of 255) from which a pixel counts as the person's. */
const PERSON = 12

/** Weighted colours of one pyramid level: r, g, b, weight a pixel. */
type Level = { data: Float32Array; width: number; height: number }

/**
 * The picture without the person: what a head uncovers when it moves. Pixels of the person are filled from their
 * surroundings by push-pull over an image pyramid (Gortler et al., "The Lumigraph", 1996, section 3.3), from half
 * the resolution down: what is made up is smooth anyway.
 *
 * @param matte the person's share of each pixel, 0…255
 */
export function backgroundPlate(picture: Picture, matte: Uint8Array): Uint8Array {
  const { data, width, height } = picture
  const cut = dilate(matte, width, height)
  const levels: Level[] = [halfOf(picture, cut)]
  while (levels[levels.length - 1].width > 2 && levels[levels.length - 1].height > 2) {
    levels.push(halve(levels[levels.length - 1]))
  }
  for (let i = levels.length - 2; i >= 0; i--) fillFrom(levels[i], levels[i + 1])
  const plate = new Uint8Array(data)
  const made = [0, 0, 0]
  for (let i = 0; i < width * height; i++) {
    if (cut[i] <= PERSON) continue
    colourFrom(levels[0], i % width, Math.floor(i / width), made)
    for (let k = 0; k < 3; k++) plate[i * 3 + k] = made[k] + 0.5
  }
  return plate
}

/** Largest matte value within DILATION pixels, in two passes; every second tap is enough for a smooth matte. */
function dilate(matte: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(matte.length)
  const out = new Uint8Array(matte.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let most = 0
      const end = Math.min(width - 1, x + DILATION)
      for (let i = Math.max(0, x - DILATION); i <= end; i += 2) most = Math.max(most, matte[y * width + i])
      rows[y * width + x] = most
    }
  }
  for (let y = 0; y < height; y++) {
    const end = Math.min(height - 1, y + DILATION)
    for (let x = 0; x < width; x++) {
      let most = 0
      for (let j = Math.max(0, y - DILATION); j <= end; j += 2) most = Math.max(most, rows[j * width + x])
      out[y * width + x] = most
    }
  }
  return out
}

/** The first level: the picture at half its (even) size, weighted by the share that is background. */
function halfOf({ data, width, height }: Picture, cut: Uint8Array): Level {
  const half: Level = {
    data: new Float32Array((width / 2) * (height / 2) * 4),
    width: width / 2,
    height: height / 2,
  }
  for (let i = 0; i < width * height; i++) {
    if (cut[i] > PERSON) continue
    const o = (Math.floor(i / width / 2) * half.width + ((i % width) >> 1)) * 4
    for (let k = 0; k < 3; k++) half.data[o + k] += data[i * 3 + k] / 4
    half.data[o + 3] += 1 / 4
  }
  return half
}

/** Pull: each pixel is the weighted sum of four, its weight at most 1. */
function halve(fine: Level): Level {
  const width = (fine.width + 1) >> 1
  const height = (fine.height + 1) >> 1
  const data = new Float32Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const o = (y * width + x) * 4
      for (let n = 0; n < 4; n++) {
        const i = Math.min(fine.width - 1, x * 2 + (n & 1))
        const j = Math.min(fine.height - 1, y * 2 + (n >> 1))
        const p = (j * fine.width + i) * 4
        for (let k = 0; k < 4; k++) data[o + k] += fine.data[p + k]
      }
      const weight = data[o + 3]
      if (weight > 1) for (let k = 0; k < 4; k++) data[o + k] /= weight
    }
  }
  return { data, width, height }
}

/** Push: what a pixel lacks in weight comes from the coarser level. */
function fillFrom(fine: Level, coarse: Level): void {
  const made = [0, 0, 0]
  for (let y = 0; y < fine.height; y++) {
    for (let x = 0; x < fine.width; x++) {
      const o = (y * fine.width + x) * 4
      const lack = 1 - fine.data[o + 3]
      if (lack <= 0) continue
      colourFrom(coarse, x, y, made)
      for (let k = 0; k < 3; k++) fine.data[o + k] += lack * made[k]
      fine.data[o + 3] = 1
    }
  }
}

/** Colour at a pixel of the level twice as fine, bilinear. */
function colourFrom(coarse: Level, x: number, y: number, out: number[]): void {
  const u = clamp(x / 2 - 0.25, 0, coarse.width - 1)
  const v = clamp(y / 2 - 0.25, 0, coarse.height - 1)
  const i0 = Math.floor(u)
  const j0 = Math.floor(v)
  const i1 = Math.min(coarse.width - 1, i0 + 1)
  const j1 = Math.min(coarse.height - 1, j0 + 1)
  for (let k = 0; k < 3; k++) {
    const upper = mix(unweighted(coarse, i0, j0, k), unweighted(coarse, i1, j0, k), u - i0)
    const lower = mix(unweighted(coarse, i0, j1, k), unweighted(coarse, i1, j1, k), u - i0)
    out[k] = mix(upper, lower, v - j0)
  }
}

function unweighted({ data, width }: Level, x: number, y: number, k: number): number {
  const o = (y * width + x) * 4
  return data[o + k] / Math.max(1e-6, data[o + 3])
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}
