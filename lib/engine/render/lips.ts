import type { MeshPoints } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { smoothstep } from './curves'
import {
  type FaceGeometry,
  heightAt,
  LOWER_INNER_LIP,
  LOWER_LIP_ROWS,
  MOUTH_CORNERS,
  OPEN_MOUTH_GAP,
  type Point,
  pointOf,
  UPPER_INNER_LIP,
  UPPER_LIP_ROWS,
} from './face-geometry'
import { drawStroke, type Stroke, type YuvColour } from './stroke'
import type { YuvImage } from './yuv-image'

/** A point of the lips in face coordinates. */
export type LipPoint = {
  point: number
  /** From the middle of the lips, which in a turned face is nearer to the far corner. */
  x: number
  /** The same over the width of its own half: 0 in the middle, 1 at the corner. */
  t: number
  /** −1 upper lip, 0 corner, 1 lower lip. */
  side: -1 | 0 | 1
  /** 0 outer border … 1 inner border. */
  inward: number
  /** Height of the lip at this place, from its outer to its inner border. */
  full: number
  /** Gap between the lips above or below this point in the photo. */
  gap: number
  /** How far below the lip's border in the photo, with its notches and bumps, an even arch lies. */
  even: number
}

/** Share of a photo's open mouth that the outer and the inner border of the lips close. */
const CLOSING = [0.7, 1]
/** A half of the lips is never taken for narrower than this share of the whole, however far the face is turned. */
const NARROWEST_HALF = 0.25

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
  const middle = (at(13).x + at(14).x) / 2
  const archOf = { '-1': arcThrough(upper), 1: arcThrough(lower) }
  const [left, right] = [at(61).x, at(291).x]
  const half = (width: number) => Math.max(width, NARROWEST_HALF * (right - left))
  const place = (point: number, side: LipPoint['side'], inward: number, full: number): LipPoint => {
    const { x } = at(point)
    const width = x < middle ? half(middle - left) : half(right - middle)
    const t = Math.min(1, Math.abs(x - middle) / width)
    const lip = { point, x: x - middle, t, side, inward, full }
    if (side === 0) return { ...lip, gap: 0, even: 0 }
    const height = heightAt(side < 0 ? upper : lower, x)
    return { ...lip, gap: gapAt(x), even: height === null ? 0 : archOf[side](x) - height }
  }
  const ofRows = (rows: number[][], side: -1 | 1) =>
    rows.flatMap((row, i) =>
      row.map((point, k) => {
        const full = Math.abs(at(rows[0][k]).y - at(rows[rows.length - 1][k]).y)
        return place(point, side, i / (rows.length - 1), full)
      }),
    )
  return [
    ...ofRows(UPPER_LIP_ROWS, -1),
    ...ofRows(LOWER_LIP_ROWS, 1),
    ...MOUTH_CORNERS.map((point) => place(point, 0, 0, 0)),
  ]
}

/** The parabola nearest to some points (least squares, by Gram's orthogonal polynomials). */
function arcThrough(line: Point[]): (x: number) => number {
  const mean = (of: (point: Point) => number) => line.reduce((sum, point) => sum + of(point), 0) / line.length
  const middle = mean(({ x }) => x)
  const variance = mean(({ x }) => (x - middle) ** 2)
  const skew = mean(({ x }) => (x - middle) ** 3) / variance
  const bend = (x: number) => (x - middle) ** 2 - skew * (x - middle) - variance
  const height = mean(({ y }) => y)
  const slope = mean(({ x, y }) => (x - middle) * y) / variance
  const curvature = mean(({ x, y }) => bend(x) * y) / mean(({ x }) => bend(x) ** 2)
  return (x) => height + slope * (x - middle) + curvature * bend(x)
}

/** Lips this far apart, by the jaw's drop, are stretched: the lower one's border is an even arch. */
const STRETCHED = 0.035
/** How far rounded lips part beyond what the jaw does: they funnel forward, and the hole between them is round. */
const POUT = 0.02
/** Share of the lips' width that rounding closes at the corners, where they lie against each other. */
const ZIPPED = 0.46
/** Share of a lip's height that rolls inward as the lips are pressed together. */
const PRESSED = 0.22
/** Where the lower lip meets the upper teeth (f v), below the line of closed lips, and how far the upper lip makes way. */
const TUCKED = { lower: 0.01, upper: 0.01 }

/**
 * Moves the lips away from where the head alone has carried them.
 *
 * @param still x, y pairs of all points, moved with the head only
 * @param to receives the lips' x, y pairs
 */
export function moveLips(
  lips: LipPoint[],
  pose: Pose,
  { unit, cos, sin, lipGap }: FaceGeometry,
  still: Float32Array,
  to: Float32Array,
): void {
  const { jaw, round, close } = pose
  const pucker = Math.max(0, round)
  const pout = POUT * smoothstep(0.45, 0.95, round) * smoothstep(0, 0.012, jaw) * (1 - pose.press)
  for (const lip of lips) {
    const { point, x, t, side, inward } = lip
    let across = -x * (round > 0 ? round * (0.25 + 0.23 * inward) : round * 0.16)
    // A dropping jaw draws the corners in, and what is beside them.
    across -= Math.sign(x) * jaw * 0.1 * t ** 4
    let down: number
    if (side === 0) {
      down = jaw * 0.26 - 0.16 * lipGap * close + Math.min(0, round) * 0.018
    } else {
      const opening = openingAt(t / (1 - ZIPPED * pucker * inward), round)
      down = side > 0 ? lowerLip(lip, opening, pose, pout) : upperLip(lip, opening, pose, pout)
      down += Math.min(0, round) * 0.016 * t * t
    }
    to[point * 2] = still[point * 2] + (across * cos - down * sin) * unit
    to[point * 2 + 1] = still[point * 2 + 1] + (across * sin + down * cos) * unit
  }
}

/** Share of the middle's opening at a share of the lips' width: an arch, flatter and longer the more they are spread. */
function openingAt(t: number, round: number): number {
  return t >= 1 ? 0 : 1 - t ** (2.4 + Math.abs(round))
}

/** How far a point of the upper lip moves down: it lifts in the middle and gives at the corners. */
function upperLip(lip: LipPoint, opening: number, pose: Pose, pout: number): number {
  const { t, inward, even, full } = lip
  const { jaw, round, press, tuck } = pose
  const bow = 1 - t * t
  const lift = jaw * ((0.13 + 0.12 * Math.max(0, -round)) * opening - 0.24 * t * t * t)
  const rounded = (0.5 * pout - 0.7 * even * Math.max(0, round)) * opening * inward + thickening(lip, round)
  const pressed = press * PRESSED * full * (1 - inward) * bow
  return 0.25 * closing(lip, pose) - lift - rounded + pressed - tuck * TUCKED.upper * bow
}

/** How far a point of the lower lip moves down: with the jaw, or against it to the upper teeth. */
function lowerLip(lip: LipPoint, opening: number, pose: Pose, pout: number): number {
  const { t, inward, even, full } = lip
  const { jaw, round, press, tuck } = pose
  const bow = 1 - t * t
  const dropped = jaw * (opening + 0.24 * t * t * t) * (0.94 + 0.06 * inward)
  const stretched = even * Math.min(1, jaw / STRETCHED + Math.max(0, round))
  const opened = dropped + (0.5 * pout + stretched) * opening * inward
  const tucked = TUCKED.lower * bow * inward
  const pressed = press * PRESSED * full * (1 - inward) * bow
  return (
    opened +
    (tucked - opened) * tuck * (0.5 + 0.5 * inward) -
    0.75 * closing(lip, pose) +
    thickening(lip, round) -
    pressed
  )
}

/** How far a point goes to close what is open in the photo, both lips together. */
function closing({ gap, inward }: LipPoint, { close }: Pose): number {
  return gap * close * (CLOSING[0] + (CLOSING[1] - CLOSING[0]) * inward)
}

/** How far rounding lifts a point off the line where the lips meet: they bulge as they are drawn together. */
function thickening({ t, inward }: LipPoint, round: number): number {
  return Math.max(0, round) * 0.014 * (1 - inward) * (1 - t * t)
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
