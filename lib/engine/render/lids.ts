import type { MeshPoints } from '../face/face-mesh'
import { smoothstep } from './curves'
import { EYES, type FaceGeometry, heightAt, pointOf } from './face-geometry'
import { drawStroke, type Stroke, type YuvColour } from './stroke'
import type { YuvImage } from './yuv-image'

/** A point of a lid and how far it travels when the eye shuts, face heights. */
type LidPoint = { point: number; travel: number }

/** Share of the way from upper to lower lid margin: margin, crease, skin above; the lower lid rises a little. */
const SHARES = { margin: 1, crease: 0.55, aboveCrease: 0.16, lower: -0.05 }

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
    const follow = (line: number[], share: number) =>
      line.flatMap((point): LidPoint[] => {
        const { x } = at(point)
        const top = heightAt(upper, x)
        const bottom = heightAt(lower, x)
        return top === null || bottom === null ? [] : [{ point, travel: (bottom - top) * share }]
      })
    const lids = [
      ...follow(eye.upper.slice(1, -1), SHARES.margin),
      ...follow(eye.crease, SHARES.crease),
      ...follow(eye.aboveCrease, SHARES.aboveCrease),
      ...follow(eye.lower.slice(1, -1), SHARES.lower),
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
    stroke.opacity[i] = 0.6 * smoothstep(0.15, 0.9, blink) * Math.sin((Math.PI * (i + 0.3)) / (last + 0.6))
  })
  drawStroke(stroke, Math.max(1.6, LASH_RADIUS * unit), colour, frame)
}
