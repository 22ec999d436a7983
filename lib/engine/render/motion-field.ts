import { FACE_POINTS, type MeshPoints } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { bell, smoothstep } from './curves'
import type { FaceGeometry } from './face-geometry'

/**
 * How much each of a set of points follows each movement. The smooth part of the portrait's motion is linear in
 * these, so a frame costs a few multiplications a point.
 */
export type FieldPoints = {
  count: number
  /** Follows the head: the weight, and the weight times the offset from the pivot in pixels. */
  head: Float32Array
  headX: Float32Array
  headY: Float32Array
  headZ: Float32Array
  /** Follows the jaw down. */
  jaw: Float32Array
  /** Belongs to the upper lip, which rises a little as the jaw drops. */
  upperLip: Float32Array
  /** Distance from the mouth's middle, where rounding and spreading pull. */
  roundX: Float32Array
  /** Rises at the corners of a spread mouth. */
  spread: Float32Array
  brow: Float32Array
  breath: Float32Array
  /** Lies on an iris, or on the lids that go along with it. */
  gaze: Float32Array
}

/** A pose as the field's coefficients, in pixels. Mutable: one is reused for all frames. */
export type FieldMotion = {
  rotation: Float64Array
  shiftX: number
  shiftY: number
  jaw: number
  upperLip: number
  roundX: number
  spread: number
  brow: number
  breath: number
  gazeX: number
  gazeY: number
}

export function emptyMotion(): FieldMotion {
  return {
    rotation: new Float64Array(6),
    shiftX: 0,
    shiftY: 0,
    jaw: 0,
    upperLip: 0,
    roundX: 0,
    spread: 0,
    brow: 0,
    breath: 0,
    gazeX: 0,
    gazeY: 0,
  }
}

/** Weights of points given in pixels of the texture. */
export function fieldPoints(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  face: FaceGeometry,
  mesh: MeshPoints,
): FieldPoints {
  const count = xs.length
  const column = () => new Float32Array(count)
  const points: FieldPoints = {
    count,
    head: column(),
    headX: column(),
    headY: column(),
    headZ: column(),
    jaw: column(),
    upperLip: column(),
    roundX: column(),
    spread: column(),
    brow: column(),
    breath: column(),
    gaze: column(),
  }
  for (let i = 0; i < count; i++) weigh(points, i, xs[i], ys[i], face, mesh)
  return points
}

function weigh(points: FieldPoints, i: number, px: number, py: number, face: FaceGeometry, mesh: MeshPoints) {
  const { x, y } = face.toFace(px, py)
  const aside = Math.abs(x)
  const { chin, mouthHalfWidth: half } = face
  // The head ends softly below the chin and beyond the hair; what is further follows less and less.
  const head =
    (1 - smoothstep(chin - 0.02, chin + 0.62, y)) *
    (1 - smoothstep(0.95, 1.9, Math.hypot(x, Math.min(0, y + 0.4))))
  const cheek = x < 0 ? face.cheekLeft : face.cheekRight
  const besideMouth = smoothstep(half * 0.6, half * 1.5, aside)
  points.jaw[i] =
    smoothstep(-0.015 - 0.07 * besideMouth, 0.075, y) *
    (1 - smoothstep(chin + 0.01, chin + 0.34, y)) *
    (1 - smoothstep(0.06, cheek * 1.02, aside))
  points.upperLip[i] = bell(x, 0.14) * (y < 0 ? smoothstep(-0.2, -0.04, y) : 1 - smoothstep(0, 0.03, y))
  const aroundMouth = bell(x, 0.26) * bell(y, 0.2)
  points.roundX[i] = x * aroundMouth
  points.spread[i] = aroundMouth * smoothstep(half * 0.4, half * 1.2, aside)
  for (const brow of face.brows) points.brow[i] += bell(x - brow.x, 0.15) * bell(y - brow.y, 0.085)
  for (const iris of face.irises) {
    points.gaze[i] += bell(x - iris.x, 1.5 * iris.radius) * bell(y - iris.y, 1.2 * iris.radius)
  }
  points.breath[i] = smoothstep(chin + 0.1, chin + 0.7, y) + 0.3 * head
  points.head[i] = head
  points.headX[i] = head * (px - face.pivot.x)
  points.headY[i] = head * (py - face.pivot.y)
  points.headZ[i] = head === 0 ? 0 : head * (depthAt(px, py, face, mesh) - face.pivot.z)
}

/**
 * Depth at any point of the texture, pixels: the mesh's by inverse distance (Shepard 1968, exponent 3), falling
 * back to the plane of the ears and neck away from the face.
 */
function depthAt(px: number, py: number, { unit }: FaceGeometry, mesh: MeshPoints): number {
  const softening = unit * unit * 0.0008
  let weights = 0
  let sum = 0
  let nearest = Infinity
  for (let i = 0; i < FACE_POINTS * 3; i += 6) {
    const dx = px - mesh[i]
    const dy = py - mesh[i + 1]
    const squared = dx * dx + dy * dy
    if (squared < nearest) nearest = squared
    const d = squared + softening
    const weight = 1 / (d * Math.sqrt(d))
    weights += weight
    sum += weight * mesh[i + 2]
  }
  const outside = Math.max(0, Math.sqrt(nearest) - unit * 0.08)
  const near = (sum / weights) * (1 - smoothstep(0, 0.5 * unit, outside))
  return near + smoothstep(0, 0.6 * unit, outside) * 0.3 * unit
}

/** Radius of an eyeball, of that of its iris: 12 mm to 5.85 mm, nearly the same in all people. */
const EYEBALL = 2.05

/** How far the shoulders rise and sink with a full breath, face heights: 2.5 mm either way, seen and hardly noticed. */
const BREATH = 0.014

/** Sets the part of a pose that head, eyes and chest have in it, and leaves the face still. */
export function setHeadMotion(motion: FieldMotion, pose: Pose, { unit, irises }: FaceGeometry): void {
  const cy = Math.cos(pose.yaw)
  const sy = Math.sin(pose.yaw)
  const cp = Math.cos(pose.pitch)
  const sp = Math.sin(pose.pitch)
  const cr = Math.cos(pose.roll)
  const sr = Math.sin(pose.roll)
  // The first two rows of Rz(roll) · Rx(pitch) · Ry(yaw), minus the identity.
  const r = motion.rotation
  r[0] = cr * cy - sr * sp * sy - 1
  r[1] = -sr * cp
  r[2] = cr * sy + sr * sp * cy
  r[3] = sr * cy + cr * sp * sy
  r[4] = cr * cp - 1
  r[5] = sr * sy - cr * sp * cy
  motion.shiftX = pose.shiftX * unit
  motion.shiftY = pose.shiftY * unit
  motion.breath = -pose.breath * BREATH * unit
  const eyeball = EYEBALL * ((irises[0].radius + irises[1].radius) / 2) * unit
  motion.gazeX = Math.sin(pose.gazeX) * eyeball
  motion.gazeY = Math.sin(pose.gazeY) * eyeball
  motion.jaw = 0
  motion.upperLip = 0
  motion.roundX = 0
  motion.spread = 0
  motion.brow = 0
}

/**
 * Share of the jaw's drop that the chin goes with: the lower lip is drawn down by itself too, by its depressors, and a
 * face keeps its length, which people are known by.
 */
const CHIN_FOLLOWS = 0.77

/** How far brows rise at most, face heights: 4.4 mm. */
const BROW = 0.026

/** Adds what the skin of the face does: jaw, cheeks, brows. */
export function setFaceMotion(motion: FieldMotion, pose: Pose, { unit, lipGap }: FaceGeometry): void {
  const closing = lipGap * pose.close
  motion.jaw = (CHIN_FOLLOWS * pose.jaw - 0.6 * closing) * unit
  motion.upperLip = (0.22 * closing - 0.1 * pose.jaw) * unit
  motion.roundX = -pose.round * (pose.round > 0 ? 0.21 : 0.16) * unit
  motion.spread = Math.min(0, pose.round) * 0.02 * unit
  motion.brow = -pose.brow * BROW * unit
}

/** Displacement of each point in pixels of the texture. */
export function displace(
  points: FieldPoints,
  motion: FieldMotion,
  { cos, sin }: FaceGeometry,
  outX: Float32Array,
  outY: Float32Array,
): void {
  const [r0, r1, r2, r3, r4, r5] = motion.rotation
  const { shiftX, shiftY, jaw, upperLip, roundX, spread, brow, breath, gazeX, gazeY } = motion
  const p = points
  for (let i = 0; i < p.count; i++) {
    const across = p.roundX[i] * roundX + p.gaze[i] * gazeX
    const down =
      p.jaw[i] * jaw + p.upperLip[i] * upperLip + p.spread[i] * spread + p.brow[i] * brow + p.gaze[i] * gazeY
    const x = p.headX[i]
    const y = p.headY[i]
    const z = p.headZ[i]
    outX[i] = r0 * x + r1 * y + r2 * z + p.head[i] * shiftX + across * cos - down * sin
    outY[i] = r3 * x + r4 * y + r5 * z + p.head[i] * shiftY + across * sin + down * cos + p.breath[i] * breath
  }
}
