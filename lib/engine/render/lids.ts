import type { MeshPoints } from '../face/face-mesh'
import { smoothstep } from './curves'
import { EYES, type FaceGeometry, heightAt, pointOf } from './face-geometry'
import { drawStroke, type Stroke, type YuvColour } from './stroke'
import type { YuvImage } from './yuv-image'

/**
 * A point of a lid. `travel` is how far down it goes when the eye shuts, `pull` how far down the place is that it then
 * takes its picture from; face heights.
 */
type LidPoint = { point: number; travel: number; pull: number }

/**
 * Share of the eye's opening that a point travels. A lid unfolds from its crease, which hardly moves, and so nothing
 * above it does, be it the skin under the brow or the rim of glasses. It comes down a little over the lower margin, as
 * lashes do: a mesh that is not quite true leaves some of the eye below its own.
 */
const SHARES = { margin: 1.22, crease: 0.2, lower: 0.22 }

/**
 * Share of the opening by which lids that shut take their picture from elsewhere: the upper one from above its lashes,
 * which would be stretched over the eye; the lower one from where it has gone, so that it seems to keep still.
 */
const PULLS = { margin: -0.4, lower: SHARES.lower }
/** The upper lid's picture comes no nearer to the crease than this share of the way. */
const MOST_OF_LID = 0.5
/** The upper lid takes its picture from there once it is shut this far. */
const PULLED_AT = 0.35

/** An eye that can shut. */
export type Eye = {
  lids: LidPoint[]
  /** Points along the upper lid's margin, corner to corner. */
  margin: number[]
}

export function measureEyes(points: MeshPoints, face: FaceGeometry): Eye[] {
  const at = (point: number) => {
    const { x, y } = pointOf(points, point)
    return face.toFace(x, y)
  }
  return EYES.map((eye) => {
    const upper = eye.upper.map(at).sort((a, b) => a.x - b.x)
    const lower = eye.lower.map(at).sort((a, b) => a.x - b.x)
    const crease = eye.crease.map(at).sort((a, b) => a.x - b.x)
    const follow = (line: number[], share: number, pull: number) =>
      line.flatMap((point): LidPoint[] => {
        const { x, y } = at(point)
        const top = heightAt(upper, x)
        const bottom = heightAt(lower, x)
        if (top === null || bottom === null) return []
        const opening = bottom - top
        const lid = y - (heightAt(crease, x) ?? y)
        return [{ point, travel: opening * share, pull: Math.max(opening * pull, -MOST_OF_LID * lid) }]
      })
    const lids = [
      ...follow(eye.upper.slice(1, -1), SHARES.margin, PULLS.margin),
      ...follow(eye.crease, SHARES.crease, 0),
      ...follow(eye.lower.slice(1, -1), SHARES.lower, PULLS.lower),
    ]
    return { lids, margin: eye.upper }
  })
}

/** Shuts an eye by `blink`, 0…1: adds to `to` (x, y pairs). */
export function moveLids({ lids }: Eye, blink: number, face: FaceGeometry, to: Float32Array): void {
  const { unit, cos, sin } = face
  for (const { point, travel } of lids) {
    const down = travel * blink * unit
    to[point * 2] -= down * sin
    to[point * 2 + 1] += down * cos
  }
}

/**
 * Where the lids of an eye shut by `blink` take their picture from: changes their points in `from` (x, y, z triples),
 * which hold their places in the photo, `points`, when it is open.
 */
export function pullLids(
  { lids }: Eye,
  blink: number,
  { unit, cos, sin }: FaceGeometry,
  points: MeshPoints,
  from: Float32Array,
): void {
  const lifted = smoothstep(0, PULLED_AT, blink) * unit
  for (const { point, pull } of lids) {
    const share = pull < 0 ? lifted : blink * unit
    from[point * 3] = points[point * 3] - pull * share * sin
    from[point * 3 + 1] = points[point * 3 + 1] + pull * share * cos
  }
}

/** Radius of the line of lashes, face heights. */
const LASH_RADIUS = 0.011

/** Draws the line of lashes where the lids meet, the clearer the further the eye is shut. */
export function drawLashes(
  { margin }: Eye,
  blink: number,
  { unit }: FaceGeometry,
  moved: Float32Array,
  stroke: Stroke,
  colour: YuvColour,
  frame: YuvImage,
): void {
  const last = margin.length - 1
  stroke.count = margin.length
  margin.forEach((point, i) => {
    stroke.x[i] = moved[point * 2]
    stroke.y[i] = moved[point * 2 + 1]
    stroke.opacity[i] = 0.6 * smoothstep(0.05, 0.6, blink) * Math.sin((Math.PI * (i + 0.3)) / (last + 0.6))
  })
  drawStroke(stroke, Math.max(1.6, LASH_RADIUS * unit), colour, frame)
}
