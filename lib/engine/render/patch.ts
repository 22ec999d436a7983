import { MARGIN } from './framing'
import type { YuvImage } from './yuv-image'

/** A value no sample has: nothing was drawn here. */
const EMPTY = -1

/**
 * A part of the frame, its luma at twice the resolution. Triangles are drawn into it and then laid over the frame,
 * so that the edges of lips and lids are smooth. Left and top are pixels of the texture, all four even.
 */
export type Patch = {
  left: number
  top: number
  width: number
  height: number
  /** Four samples a pixel, or EMPTY; rows of `2 * width`. */
  y: Int16Array
  /** One sample a chroma pixel, or EMPTY; rows of `width / 2`. */
  u: Int16Array
  v: Int16Array
}

/** @param side longest side in pixels that the patch has room for */
export function createPatch(side: number): Patch {
  const room = (2 * Math.ceil(side / 2)) ** 2
  return {
    left: 0,
    top: 0,
    width: 0,
    height: 0,
    y: new Int16Array(room * 4),
    u: new Int16Array(room / 4),
    v: new Int16Array(room / 4),
  }
}

/**
 * Empties the patch and places it around points.
 *
 * @param points indices of the points it must hold
 * @param positions x, y pairs of all points, pixels of the texture
 */
export function placePatch(
  patch: Patch,
  points: Uint16Array,
  positions: Float32Array,
  frame: YuvImage,
): void {
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  for (const point of points) {
    left = Math.min(left, positions[point * 2])
    right = Math.max(right, positions[point * 2])
    top = Math.min(top, positions[point * 2 + 1])
    bottom = Math.max(bottom, positions[point * 2 + 1])
  }
  const side = Math.floor(Math.sqrt(patch.y.length / 4))
  patch.left = Math.max(MARGIN, 2 * Math.floor(left / 2))
  patch.top = Math.max(MARGIN, 2 * Math.floor(top / 2))
  patch.width = even(Math.min(right + 2, MARGIN + frame.width) - patch.left, side)
  patch.height = even(Math.min(bottom + 2, MARGIN + frame.height) - patch.top, side)
  const pixels = patch.width * patch.height
  patch.y.fill(EMPTY, 0, pixels * 4)
  patch.u.fill(EMPTY, 0, pixels / 4)
  patch.v.fill(EMPTY, 0, pixels / 4)
}

function even(length: number, most: number): number {
  return 2 * Math.floor(Math.max(0, Math.min(length, most)) / 2)
}

/** Lays what was drawn over the frame; pixels drawn in part keep the frame's value for the rest. */
export function resolvePatch(patch: Patch, frame: YuvImage): void {
  const { left, top, width, height } = patch
  const x = left - MARGIN
  const y = top - MARGIN
  resolveLuma(patch.y, width, height, frame.y, frame.width, y * frame.width + x)
  const start = (y * frame.width) / 4 + x / 2
  layChroma(patch.u, width / 2, height / 2, frame.u, frame.width / 2, start)
  layChroma(patch.v, width / 2, height / 2, frame.v, frame.width / 2, start)
}

function layChroma(
  samples: Int16Array,
  width: number,
  height: number,
  target: Uint8Array,
  stride: number,
  start: number,
): void {
  for (let j = 0, p = 0; j < height; j++) {
    for (let o = start + j * stride; o < start + j * stride + width; o++, p++) {
      if (samples[p] >= 0) target[o] = samples[p]
    }
  }
}

function resolveLuma(
  samples: Int16Array,
  width: number,
  height: number,
  target: Uint8Array,
  stride: number,
  start: number,
): void {
  for (let j = 0; j < height; j++) {
    let p = j * 4 * width
    for (let o = start + j * stride; o < start + j * stride + width; o++, p += 2) {
      const a = samples[p]
      const b = samples[p + 1]
      const c = samples[p + 2 * width]
      const d = samples[p + 2 * width + 1]
      if ((a | b | c | d) >= 0) {
        target[o] = (a + b + c + d + 2) >> 2
        continue
      }
      const below = target[o]
      target[o] =
        ((a < 0 ? below : a) + (b < 0 ? below : b) + (c < 0 ? below : c) + (d < 0 ? below : d) + 2) >> 2
    }
  }
}
