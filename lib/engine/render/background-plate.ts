import type { Picture } from '../face/picture'
import { clamp } from './curves'

/** Pixels by which the person is widened before it is cut out, so that no fringe of hair stays behind. */
const DILATION = 6
/** Matte value from which a pixel counts as the person's. */
const PERSON = 0.05

/** Weighted colours of one pyramid level: r, g, b, weight a pixel. */
type Level = { data: Float32Array; width: number; height: number }

/**
 * The picture without the person: what a head uncovers when it moves. Pixels of the person are filled from their
 * surroundings by push-pull over an image pyramid (Gortler et al., "The Lumigraph", 1996, section 3.3).
 */
export function backgroundPlate(picture: Picture, matte: Float32Array): Uint8Array {
  const { data, width, height } = picture
  const cut = dilate(matte, width, height)
  const base = new Float32Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    if (cut[i] > PERSON) continue
    base[i * 4] = data[i * 3]
    base[i * 4 + 1] = data[i * 3 + 1]
    base[i * 4 + 2] = data[i * 3 + 2]
    base[i * 4 + 3] = 1
  }
  const levels: Level[] = [{ data: base, width, height }]
  while (levels[levels.length - 1].width > 2 && levels[levels.length - 1].height > 2) {
    levels.push(halve(levels[levels.length - 1]))
  }
  for (let i = levels.length - 2; i >= 0; i--) fillFrom(levels[i], levels[i + 1])
  const plate = new Uint8Array(data)
  for (let i = 0; i < width * height; i++) {
    if (cut[i] <= PERSON) continue
    for (let k = 0; k < 3; k++) plate[i * 3 + k] = base[i * 4 + k]
  }
  return plate
}

/** Largest matte value within DILATION pixels, in two passes; every second tap is enough for a smooth matte. */
function dilate(matte: Float32Array, width: number, height: number): Float32Array {
  const rows = new Float32Array(matte.length)
  const out = new Float32Array(matte.length)
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

/** Push: what a pixel lacks in weight comes from the coarser level, bilinearly. */
function fillFrom(fine: Level, coarse: Level): void {
  for (let y = 0; y < fine.height; y++) {
    const v = clamp(y / 2 - 0.25, 0, coarse.height - 1)
    const j0 = Math.floor(v)
    const j1 = Math.min(coarse.height - 1, j0 + 1)
    for (let x = 0; x < fine.width; x++) {
      const o = (y * fine.width + x) * 4
      const lack = 1 - fine.data[o + 3]
      if (lack <= 0) continue
      const u = clamp(x / 2 - 0.25, 0, coarse.width - 1)
      const i0 = Math.floor(u)
      const i1 = Math.min(coarse.width - 1, i0 + 1)
      for (let k = 0; k < 3; k++) {
        const upper = mix(unweighted(coarse, i0, j0, k), unweighted(coarse, i1, j0, k), u - i0)
        const lower = mix(unweighted(coarse, i0, j1, k), unweighted(coarse, i1, j1, k), u - i0)
        fine.data[o + k] += lack * mix(upper, lower, v - j0)
      }
      fine.data[o + 3] = 1
    }
  }
}

function unweighted({ data, width }: Level, x: number, y: number, k: number): number {
  const o = (y * width + x) * 4
  return data[o + k] / Math.max(1e-6, data[o + 3])
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t
}
