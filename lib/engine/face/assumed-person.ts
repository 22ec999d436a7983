import { type MeshPoints, rollOf, yawOf } from './face-mesh'

/**
 * Where head and shoulders of most people end, in face heights from the face's middle, y downwards: an ellipse, and
 * below it a trunk that widens from the neck to the shoulders. From 15 mattes of the portraits.
 */
const HEAD = { y: -0.16, halfWidth: 0.6, halfHeight: 0.78 }
const NECK = { y: 0.45, halfWidth: 0.36 }
const SHOULDERS = { y: 1.05, halfWidth: 1.25 }
/** The back of a head lies this far behind its face, face heights: seen beside it where the head is turned. */
const DEPTH = 0.6
/** Face heights over which the shape fades out, so that a filter can find the true edge there. */
const FADE = 0.16

const FOREHEAD = 10
const CHIN = 152

/**
 * A person's mask made of nothing but the place of the face, for pictures in which nobody can tell the person from the
 * ground: 0…1, one float a pixel.
 */
export function assumedPerson(points: MeshPoints, width: number, height: number): Float32Array {
  const at = (point: number) => ({ x: points[point * 3], y: points[point * 3 + 1] })
  const [top, chin] = [at(FOREHEAD), at(CHIN)]
  const unit = Math.hypot(top.x - chin.x, top.y - chin.y)
  const middle = { x: (top.x + chin.x) / 2, y: (top.y + chin.y) / 2 }
  const cos = Math.cos(rollOf(points)) / unit
  const sin = Math.sin(rollOf(points)) / unit
  const aside = DEPTH * Math.sin(yawOf(points))
  return Float32Array.from({ length: width * height }, (_, i) => {
    const dx = (i % width) - middle.x
    const dy = Math.floor(i / width) - middle.y
    const inside = Math.max(
      insideHead(dx * cos + dy * sin + aside, dy * cos - dx * sin),
      insideTrunk(dx / unit, dy / unit),
    )
    return Math.max(0, Math.min(1, 0.5 + inside / FADE))
  })
}

/** Distance to the head's edge, about, in face heights; negative outside. Turned with the head. */
function insideHead(x: number, y: number): number {
  const radius = Math.hypot(x / HEAD.halfWidth, (y - HEAD.y) / HEAD.halfHeight)
  return (1 - radius) * HEAD.halfWidth
}

/** The same of the trunk, which stays upright. */
function insideTrunk(x: number, y: number): number {
  const share = Math.max(0, Math.min(1, (y - NECK.y) / (SHOULDERS.y - NECK.y)))
  const halfWidth = NECK.halfWidth + (SHOULDERS.halfWidth - NECK.halfWidth) * Math.sqrt(share)
  return Math.min(halfWidth - Math.abs(x), y - NECK.y + 0.3)
}
