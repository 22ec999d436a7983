import type { MeshPoints } from '../face/face-mesh'
import { cover } from './coverage'
import { smoothstep } from './curves'
import { FACE_OUTLINE, type FaceGeometry, pointOf } from './face-geometry'

/** The model's grey zone: below is background, above is person. */
const FROM = 0.1
const TO = 0.55
/** From here on a pixel is no way through which background reaches into the person. */
const MOSTLY_PERSON = 0.5
/** Pixels over which the person's own edge may be soft. */
const SOFT_EDGE = 6
/** The face's outline is widened by this about its middle, to take in ears and temples. */
const WIDENING = 1.06

/**
 * Makes a model's matte safe to animate: the face itself is all person, and so is whatever the person encloses.
 * A drawing or a busy background would else leave holes that the plate shows through.
 *
 * @param matte 0…1, one float a pixel; used as scratch
 * @returns the person's share of each pixel, 0…255
 */
export function solidMatte(
  matte: Float32Array,
  width: number,
  height: number,
  points: MeshPoints,
  face: FaceGeometry,
): Uint8Array {
  for (let i = 0; i < matte.length; i++) matte[i] = smoothstep(FROM, TO, matte[i])
  fillFace(matte, width, height, points, face)
  const outside = widen(reachableFromEdge(matte, width, height), width, height)
  return outside.map((reached, i) => (reached ? Math.round(matte[i] * 255) : 255))
}

function fillFace(
  matte: Float32Array,
  width: number,
  height: number,
  points: MeshPoints,
  face: FaceGeometry,
): void {
  const outline = FACE_OUTLINE.map((point) => pointOf(points, point))
  const middleX = outline.reduce((sum, { x }) => sum + x, 0) / outline.length
  const middleY = outline.reduce((sum, { y }) => sum + y, 0) / outline.length
  const polygon = Float32Array.from(
    outline.flatMap(({ x, y }) => [middleX + (x - middleX) * WIDENING, middleY + (y - middleY) * WIDENING]),
  )
  const left = Math.max(0, Math.floor(middleX - face.unit))
  const top = Math.max(0, Math.floor(middleY - face.unit))
  const mapWidth = Math.min(width - left, Math.ceil(2 * face.unit))
  const mapHeight = Math.min(height - top, Math.ceil(2 * face.unit))
  const values = new Float32Array(mapWidth * mapHeight)
  const map = { left, top, width: mapWidth, height: mapHeight, values }
  cover(polygon, map)
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) {
      const p = (top + y) * width + left + x
      matte[p] = Math.max(matte[p], map.values[y * map.width + x])
    }
  }
}

/** 1 for pixels that lead to the picture's edge across background. */
function reachableFromEdge(matte: Float32Array, width: number, height: number): Uint8Array {
  const reached = new Uint8Array(matte.length)
  // Each pixel is put on the stack once at most.
  const stack = new Int32Array(matte.length)
  let depth = 0
  const visit = (p: number) => {
    if (reached[p] || matte[p] >= MOSTLY_PERSON) return
    reached[p] = 1
    stack[depth++] = p
  }
  for (let x = 0; x < width; x++) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  while (depth > 0) {
    const p = stack[--depth]
    const x = p % width
    if (x > 0) visit(p - 1)
    if (x < width - 1) visit(p + 1)
    if (p >= width) visit(p - width)
    if (p < (height - 1) * width) visit(p + width)
  }
  return reached
}

/** Marks also what lies up to SOFT_EDGE pixels beside or below a mark. */
function widen(marks: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(marks.length)
  const out = new Uint8Array(marks.length)
  widenLines(marks, rows, height, width, width, 1)
  widenLines(rows, out, width, height, 1, width)
  return out
}

/** Along each of `lines` lines of `length` pixels; `lineStep` from line to line, `step` from pixel to pixel. */
function widenLines(
  from: Uint8Array,
  to: Uint8Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): void {
  for (let line = 0; line < lines; line++) {
    let marked = 0
    for (let i = 0; i < length; i++) {
      if (!from[line * lineStep + i * step]) continue
      const end = Math.min(length, i + SOFT_EDGE + 1)
      for (let k = Math.max(marked, i - SOFT_EDGE); k < end; k++) to[line * lineStep + k * step] = 1
      marked = end
    }
  }
}
