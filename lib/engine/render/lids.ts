import type { MeshPoints } from '../face/face-mesh'
import { EYES, type FaceGeometry, heightAt, pointOf } from './face-geometry'

/** A point of a lid and how far it travels when the eye shuts, face heights. */
type LidPoint = { point: number; travel: number }

/** Share of the way from upper to lower lid margin: margin, crease, skin above; the lower lid rises a little. */
const SHARES = { margin: 0.95, crease: 0.55, aboveCrease: 0.16, lower: -0.05 }

export function lidPoints(points: MeshPoints, face: FaceGeometry): LidPoint[] {
  const at = (point: number) => {
    const { x, y } = pointOf(points, point)
    return face.toFace(x, y)
  }
  return EYES.flatMap((eye) => {
    const upper = eye.upper.map(at).sort((a, b) => a.x - b.x)
    const lower = eye.lower.map(at).sort((a, b) => a.x - b.x)
    const follow = (line: number[], share: number) =>
      line.flatMap((point): LidPoint[] => {
        const { x } = at(point)
        const top = heightAt(upper, x)
        const bottom = heightAt(lower, x)
        return top === null || bottom === null ? [] : [{ point, travel: (bottom - top) * share }]
      })
    return [
      ...follow(eye.upper.slice(1, -1), SHARES.margin),
      ...follow(eye.crease, SHARES.crease),
      ...follow(eye.aboveCrease, SHARES.aboveCrease),
      ...follow(eye.lower.slice(1, -1), SHARES.lower),
    ]
  })
}

/** Shuts the eyes by `blink`, 0…1: adds to `to` (x, y pairs). */
export function moveLids(lids: LidPoint[], blink: number, face: FaceGeometry, to: Float32Array): void {
  if (blink <= 0) return
  const { unit, cos, sin } = face
  for (const { point, travel } of lids) {
    const down = travel * blink * unit
    to[point * 2] -= down * sin
    to[point * 2 + 1] += down * cos
  }
}
