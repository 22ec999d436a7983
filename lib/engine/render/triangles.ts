import type { Patch } from './patch'
import { type SampledImage, type SampledPlane, sample } from './sampled-image'

/** Triangles smaller than this on screen, in square pixels, are not worth drawing. */
const MIN_AREA = 0.02

/**
 * Draws textured triangles into a patch: each takes its picture from `from` (x, y, z triples, pixels of the
 * texture) to `to` (x, y pairs, pixels of the texture as displaced). Later ones cover earlier ones; those that have
 * turned over are left out.
 *
 * @param corners three point indices a triangle
 */
export function drawTriangles(
  corners: Uint16Array,
  from: Float32Array,
  to: Float32Array,
  texture: SampledImage,
  patch: Patch,
): void {
  const { left, top, width, height } = patch
  const stride = texture.width
  const half = stride / 2
  for (let t = 0; t < corners.length; t += 3) {
    if (!setTriangle(corners[t], corners[t + 1], corners[t + 2], from, to)) continue
    fill(texture.y, stride, texture.height, 1, patch.y, 2 * width, 2 * height, 2, left, top)
    fill(texture.u, half, texture.height / 2, 0.5, patch.u, width / 2, height / 2, 0.5, left, top)
    fill(texture.v, half, texture.height / 2, 0.5, patch.v, width / 2, height / 2, 0.5, left, top)
  }
}

/** The triangle being drawn: corners on screen, the source of the first one, and the source's change per pixel. */
const tri = {
  x0: 0,
  y0: 0,
  x1: 0,
  y1: 0,
  x2: 0,
  y2: 0,
  u0: 0,
  v0: 0,
  uPerX: 0,
  vPerX: 0,
  uPerY: 0,
  vPerY: 0,
}

function setTriangle(a: number, b: number, c: number, from: Float32Array, to: Float32Array): boolean {
  tri.x0 = to[a * 2]
  tri.y0 = to[a * 2 + 1]
  tri.x1 = to[b * 2]
  tri.y1 = to[b * 2 + 1]
  tri.x2 = to[c * 2]
  tri.y2 = to[c * 2 + 1]
  const ax = tri.x1 - tri.x0
  const ay = tri.y1 - tri.y0
  const bx = tri.x2 - tri.x0
  const by = tri.y2 - tri.y0
  const area = ax * by - bx * ay
  if (Math.abs(area) < MIN_AREA) return false
  tri.u0 = from[a * 3]
  tri.v0 = from[a * 3 + 1]
  const au = from[b * 3] - tri.u0
  const av = from[b * 3 + 1] - tri.v0
  const bu = from[c * 3] - tri.u0
  const bv = from[c * 3 + 1] - tri.v0
  if ((au * bv - bu * av) * area < 0) return false
  tri.uPerX = (au * by - bu * ay) / area
  tri.vPerX = (av * by - bv * ay) / area
  tri.uPerY = (bu * ax - au * bx) / area
  tri.vPerY = (bv * ax - av * bx) / area
  return true
}

/**
 * Fills the triangle in one plane of a patch.
 *
 * @param from samples of the source per pixel of the texture
 * @param density samples of the patch per pixel of the texture
 */
function fill(
  source: SampledPlane,
  stride: number,
  sourceHeight: number,
  from: number,
  target: Int16Array,
  width: number,
  height: number,
  density: number,
  originX: number,
  originY: number,
): void {
  const x0 = (tri.x0 - originX) * density
  const x1 = (tri.x1 - originX) * density
  const x2 = (tri.x2 - originX) * density
  const y0 = (tri.y0 - originY) * density
  const y1 = (tri.y1 - originY) * density
  const y2 = (tri.y2 - originY) * density
  const top = Math.max(0, Math.ceil(Math.min(y0, y1, y2) - 0.5))
  const bottom = Math.min(height - 1, Math.ceil(Math.max(y0, y1, y2) - 0.5) - 1)
  const ratio = from / density
  const stepU = (tri.uPerX * ratio * 65536) | 0
  const stepV = (tri.vPerX * ratio * 65536) | 0
  const lastU = (stride - 1) << 16
  const lastV = (sourceHeight - 1) << 16
  for (let y = top; y <= bottom; y++) {
    const py = y + 0.5
    let left = Infinity
    let right = -Infinity
    if (y0 <= py !== y1 <= py) {
      const x = x0 + ((py - y0) / (y1 - y0)) * (x1 - x0)
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
    if (y1 <= py !== y2 <= py) {
      const x = x1 + ((py - y1) / (y2 - y1)) * (x2 - x1)
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
    if (y2 <= py !== y0 <= py) {
      const x = x2 + ((py - y2) / (y0 - y2)) * (x0 - x2)
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
    const begin = Math.max(0, Math.ceil(left - 0.5))
    const end = Math.min(width - 1, Math.ceil(right - 0.5) - 1)
    const dx = (begin + 0.5 - x0) * ratio
    const dy = (py - y0) * ratio
    let u = ((tri.u0 * from + tri.uPerX * dx + tri.uPerY * dy - 0.5) * 65536) | 0
    let v = ((tri.v0 * from + tri.vPerX * dx + tri.vPerY * dy - 0.5) * 65536) | 0
    for (let o = y * width + begin; o <= y * width + end; o++) {
      const su = u < 0 ? 0 : u > lastU ? lastU : u
      const sv = v < 0 ? 0 : v > lastV ? lastV : v
      target[o] = sample(source, stride, su, sv)
      u += stepU
      v += stepV
    }
  }
}
