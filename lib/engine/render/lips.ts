import type { MeshPoints } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { clamp, smoothstep } from './curves'
import {
  type FaceGeometry,
  heightAt,
  LOWER_INNER_LIP,
  LOWER_LIP_ROWS,
  MOUTH_CORNERS,
  OPEN_MOUTH_GAP,
  pointOf,
  UPPER_INNER_LIP,
  UPPER_LIP_ROWS,
} from './face-geometry'
import { drawStroke, type Stroke, type YuvColour } from './stroke'
import type { YuvImage } from './yuv-image'

/** A point of the lips in face coordinates. */
export type LipPoint = {
  point: number
  x: number
  /** −1 upper lip, 0 corner, 1 lower lip. */
  side: -1 | 0 | 1
  /** 0 outer border … 3 inner border. */
  row: number
  /** Gap between the lips above or below this point in the photo. */
  gap: number
}

/** Share of a photo's open mouth that each row closes. */
const CLOSING_BY_ROW = [0.7, 0.82, 0.93, 1]

export function lipPoints(points: MeshPoints, face: FaceGeometry): LipPoint[] {
  const at = (point: number) => {
    const { x, y } = pointOf(points, point)
    return face.toFace(x, y)
  }
  const upper = UPPER_INNER_LIP.map(at)
  const lower = LOWER_INNER_LIP.map(at)
  const gapAt = (x: number) => {
    const top = heightAt(upper, x)
    const bottom = heightAt(lower, x)
    return top === null || bottom === null ? 0 : Math.max(0, bottom - top)
  }
  const ofRows = (rows: number[][], side: -1 | 1) =>
    rows.flatMap((row, i) =>
      row.map((point): LipPoint => {
        const { x } = at(point)
        return { point, x, side, row: i, gap: gapAt(x) }
      }),
    )
  const corners = MOUTH_CORNERS.map((point): LipPoint => ({ point, x: at(point).x, side: 0, row: 0, gap: 0 }))
  return [...ofRows(UPPER_LIP_ROWS, -1), ...ofRows(LOWER_LIP_ROWS, 1), ...corners]
}

/**
 * Moves the lips away from where the head alone has carried them.
 *
 * @param still x, y pairs of all points, moved with the head only
 * @param to receives the lips' x, y pairs
 */
export function moveLips(
  lips: LipPoint[],
  pose: Pose,
  face: FaceGeometry,
  still: Float32Array,
  to: Float32Array,
): void {
  const { unit, cos, sin, mouthHalfWidth, lipGap } = face
  const { jaw, round, press, tuck, close } = pose
  const pucker = Math.max(0, round)
  const spread = Math.min(0, round)
  for (const { point, x, side, row, gap } of lips) {
    const t = clamp(Math.abs(x) / mouthHalfWidth, 0, 1)
    const bow = 1 - t * t
    const inward = row / 3
    let across = -x * (round > 0 ? round * 0.34 : round * 0.16)
    let down: number
    if (side === 0) {
      down = jaw * 0.26 - 0.16 * lipGap * close + spread * 0.018
      across -= Math.sign(x) * jaw * 0.1
    } else {
      // The upper lip lifts in the middle and gives at the corners; the lower one follows the jaw.
      const lift = -0.13 * bow + 0.24 * t * t * t
      const thicken = pucker * 0.012 * (1 - inward) * bow
      const closing = gap * close * CLOSING_BY_ROW[row]
      if (side > 0) {
        down = jaw * (lift + 1.13 * bow) * (0.94 + 0.06 * inward) - closing * 0.75
        down += thicken - (press * 0.01 * (1 - inward) + tuck * 0.02 * (0.4 + 0.6 * inward)) * bow
      } else {
        down = jaw * lift + closing * 0.25
        down += press * 0.008 * (1 - inward) * bow - thicken
      }
      down += spread * 0.016 * t * t
    }
    to[point * 2] = still[point * 2] + (across * cos - down * sin) * unit
    to[point * 2 + 1] = still[point * 2 + 1] + (across * sin + down * cos) * unit
  }
}

/** Radius of the line between closed lips, face heights. */
const SEAM_RADIUS = 0.008
/** The line fades out as the lips part this far, face heights: then the mouth's inside shows. */
const SEAM_GAP = 0.02

/** Draws the soft dark line where closed lips meet. */
export function drawSeam(
  { unit, cos, sin, lipGap }: FaceGeometry,
  moved: Float32Array,
  stroke: Stroke,
  colour: YuvColour,
  frame: YuvImage,
): void {
  const last = UPPER_INNER_LIP.length - 1
  // A photo of closed lips shows most of the line itself.
  const missing = 0.3 + 0.45 * smoothstep(0, OPEN_MOUTH_GAP, lipGap)
  stroke.count = last + 1
  for (let i = 0; i <= last; i++) {
    const upper = UPPER_INNER_LIP[i] * 2
    const lower = LOWER_INNER_LIP[i] * 2
    const gap = (-(moved[lower] - moved[upper]) * sin + (moved[lower + 1] - moved[upper + 1]) * cos) / unit
    stroke.x[i] = (moved[upper] + moved[lower]) / 2
    stroke.y[i] = (moved[upper + 1] + moved[lower + 1]) / 2
    const taper = 0.4 + 0.6 * Math.sin((Math.PI * i) / last)
    stroke.opacity[i] = missing * taper * smoothstep(SEAM_GAP, 0, gap)
  }
  drawStroke(stroke, Math.max(1.5, SEAM_RADIUS * unit), colour, frame)
}
