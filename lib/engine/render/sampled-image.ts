import type { YuvImage } from './yuv-image'

/**
 * A plane made ready for bilinear sampling: entry i packs pixel i, its right neighbour, the one below and the one
 * below right into one word, so that a sample is one read instead of four. The last row and column repeat.
 */
export type SampledPlane = Int32Array

/** The three planes of a picture, ready for sampling; sizes as in {@link YuvImage}. */
export type SampledImage = {
  width: number
  height: number
  y: SampledPlane
  u: SampledPlane
  v: SampledPlane
}

/** @param packed is filled and returned */
export function sampledPlane(
  plane: Uint8Array,
  width: number,
  height: number,
  packed: SampledPlane = new Int32Array(width * height),
): SampledPlane {
  for (let y = 0, p = 0; y < height; y++) {
    const down = y < height - 1 ? width : 0
    for (let x = 0; x < width; x++, p++) {
      const right = x < width - 1 ? 1 : 0
      packed[p] =
        plane[p] | (plane[p + right] << 8) | (plane[p + down] << 16) | (plane[p + down + right] << 24)
    }
  }
  return packed
}

/**
 * Value at 16.16 coordinates of pixel indices, which must lie inside the plane. Both rows are interpolated along x
 * in one word, 8 bits of fraction each, then along y.
 */
export function sample(plane: SampledPlane, stride: number, u: number, v: number): number {
  const four = plane[(v >> 16) * stride + (u >> 16)]
  const fx = (u >> 8) & 255
  const rows = (Math.imul(four & 0xff00ff, 256 - fx) + Math.imul((four >>> 8) & 0xff00ff, fx) + 0x800080) | 0
  const upper = (rows >>> 8) & 255
  return upper + ((Math.imul((rows >>> 24) - upper, (v >> 8) & 255) + 128) >> 8)
}
