import type { MeshPoints } from '../face/face-mesh'
import {
  type FaceGeometry,
  LOWER_INNER_LIP,
  LOWER_LIP_ROWS,
  UPPER_INNER_LIP,
  UPPER_LIP_ROWS,
} from './face-geometry'
import type { YuvImage } from './yuv-image'

/** The line between closed lips is looked for so far above and below the mesh's, face heights. */
const ABOVE = 0.014
const BELOW = 0.024
/** Places tried, from the highest to the lowest. */
const STEPS = 48
/** It is darker than what lies this far above and below it, face heights. */
const LINE = 0.016
/** Levels of luma that the line must be darker for a bend by a hundredth of a face height. */
const STIFFNESS = 30
/** Share of the way to the line that each row of a lip goes, from the outer border (0) to the inner one. */
const SHARES = [0, 0.25, 0.6, 1]

/**
 * Lets the mesh's lips meet where the photo's do: on the dark line between them, which a mesh misses by some pixels.
 * Where it does, that line would open with one lip, as a stroke across it. Changes `points`.
 */
export function meetAtSeam(points: MeshPoints, face: FaceGeometry, image: YuvImage): void {
  const inner = UPPER_INNER_LIP.slice(1, -1).map((upper, i) => [upper, LOWER_INNER_LIP[i + 1]])
  const offsets = darkestLine(
    inner.map(([upper, lower]) => {
      const x = (points[upper * 3] + points[lower * 3]) / 2
      const y = (points[upper * 3 + 1] + points[lower * 3 + 1]) / 2
      return Array.from({ length: STEPS }, (_, step) => darkness(image, x, y, offsetOf(step), face))
    }),
  ).map(offsetOf)
  inner.forEach(([upper, lower], i) => {
    const half = heightBetween(points, upper, lower, face) / 2
    for (const [k, share] of SHARES.entries()) {
      shift(points, UPPER_LIP_ROWS[k][i], (offsets[i] + half) * share, face)
      shift(points, LOWER_LIP_ROWS[k][i], (offsets[i] - half) * share, face)
    }
  })
}

/** Offset of a step from the mesh's line, face heights, downward. */
function offsetOf(step: number): number {
  return -ABOVE + ((ABOVE + BELOW) * step) / (STEPS - 1)
}

function heightBetween(points: MeshPoints, a: number, b: number, { unit, cos, sin }: FaceGeometry): number {
  const dx = points[b * 3] - points[a * 3]
  const dy = points[b * 3 + 1] - points[a * 3 + 1]
  return (-dx * sin + dy * cos) / unit
}

function shift(points: MeshPoints, point: number, down: number, { unit, cos, sin }: FaceGeometry): void {
  points[point * 3] -= down * unit * sin
  points[point * 3 + 1] += down * unit * cos
}

/** By how many levels a place is darker than those above and below it. */
function darkness(image: YuvImage, x: number, y: number, down: number, face: FaceGeometry): number {
  const { unit, cos, sin } = face
  const at = (height: number) => {
    const cx = x - height * unit * sin
    const cy = y + height * unit * cos
    return (
      (lumaAt(image, cx - 1.5 * cos, cy - 1.5 * sin) +
        lumaAt(image, cx, cy) +
        lumaAt(image, cx + 1.5 * cos, cy + 1.5 * sin)) /
      3
    )
  }
  return Math.min(at(down - LINE), at(down + LINE)) - at(down)
}

function lumaAt({ width, height, y: luma }: YuvImage, x: number, y: number): number {
  const px = Math.max(0, Math.min(width - 2, x - 0.5))
  const py = Math.max(0, Math.min(height - 2, y - 0.5))
  const i = Math.floor(px)
  const j = Math.floor(py)
  const p = j * width + i
  const upper = luma[p] + (luma[p + 1] - luma[p]) * (px - i)
  const lower = luma[p + width] + (luma[p + width + 1] - luma[p + width]) * (px - i)
  return upper + (lower - upper) * (py - j)
}

/**
 * The step of each column on the line that is darkest and bends least, from corner to corner where it keeps to the
 * mesh: dynamic programming, as in Amini et al. 1990, "Using dynamic programming for solving variational problems in
 * vision".
 */
function darkestLine(columns: number[][]): number[] {
  const bend = (from: number, to: number) => STIFFNESS * ((offsetOf(from) - offsetOf(to)) * 100) ** 2
  const corner = Math.round((ABOVE / (ABOVE + BELOW)) * (STEPS - 1))
  let best = columns[0].map((dark, step) => dark - bend(corner, step))
  const cameFrom: number[][] = []
  for (const column of columns.slice(1)) {
    const before = column.map((_, step) => indexOfMost(best.map((sum, from) => sum - bend(from, step))))
    best = column.map((dark, step) => dark + best[before[step]] - bend(before[step], step))
    cameFrom.push(before)
  }
  const line = [indexOfMost(best.map((sum, step) => sum - bend(step, corner)))]
  for (const before of cameFrom.reverse()) line.unshift(before[line[0]])
  return line
}

function indexOfMost(values: number[]): number {
  return values.reduce((most, value, i) => (value > values[most] ? i : most), 0)
}
