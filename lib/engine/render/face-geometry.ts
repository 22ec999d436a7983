import { type MeshPoints, rollOf } from '../face/face-mesh'
import { smoothstep } from './curves'

/**
 * Lips of the canonical mesh, left to right. Rows run from the outer border (0) to the inner one (3); the
 * inner rows end at the inner corners.
 */
export const UPPER_LIP_ROWS = [
  [185, 40, 39, 37, 0, 267, 269, 270, 409],
  [184, 74, 73, 72, 11, 302, 303, 304, 408],
  [183, 42, 41, 38, 12, 268, 271, 272, 407],
  [191, 80, 81, 82, 13, 312, 311, 310, 415],
]
export const LOWER_LIP_ROWS = [
  [146, 91, 181, 84, 17, 314, 405, 321, 375],
  [77, 90, 180, 85, 16, 315, 404, 320, 307],
  [96, 89, 179, 86, 15, 316, 403, 319, 325],
  [95, 88, 178, 87, 14, 317, 402, 318, 324],
]
export const MOUTH_CORNERS = [61, 76, 62, 78, 291, 306, 292, 308]
/** Inner border of the lips from corner to corner. */
export const UPPER_INNER_LIP = [78, ...UPPER_LIP_ROWS[3], 308]
export const LOWER_INNER_LIP = [78, ...LOWER_LIP_ROWS[3], 308]

/** The outline of the face, a closed ring: forehead, right of the picture, chin, left. */
export const FACE_OUTLINE = [
  ...[10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377],
  ...[152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109],
]

/** An eye: lid margins from outer to inner corner, and the skin that follows the lids. */
export const EYES = [
  {
    upper: [33, 246, 161, 160, 159, 158, 157, 173, 133],
    lower: [33, 7, 163, 144, 145, 153, 154, 155, 133],
    crease: [130, 247, 30, 29, 27, 28, 56, 190, 243],
  },
  {
    upper: [263, 466, 388, 387, 386, 385, 384, 398, 362],
    lower: [263, 249, 390, 373, 374, 380, 381, 382, 362],
    crease: [359, 467, 260, 259, 257, 258, 286, 414, 463],
  },
]

const FOREHEAD = 10
const CHIN = 152
const CHEEKS = [234, 454]
const BROWS = [105, 334]
/** Middle of each iris and the four points around it. */
const IRISES = [
  { middle: 468, edge: [469, 470, 471, 472] },
  { middle: 473, edge: [474, 475, 476, 477] },
]

/** Lips further apart than this in the photo count as an open mouth; face heights. */
export const OPEN_MOUTH_GAP = 0.018

/** From this gap on a mouth smiles broadly, and holds back this share of rounding: lips drawn wide are not protruded. */
const SMILING_GAP = 0.045
const SMILE_HOLDS = 0.6

export type Point = { x: number; y: number }

/**
 * The face's own coordinates: origin at the middle of the mouth, x to the picture's right along the line of the
 * eyes, y towards the chin, unit the height of the face (forehead to chin).
 */
export type FaceGeometry = {
  /** Height of the face in pixels of the texture. */
  unit: number
  cos: number
  sin: number
  /** Maps pixels of the texture to face coordinates. */
  toFace(x: number, y: number): Point
  /** Below, all in face coordinates. */
  chin: number
  mouthHalfWidth: number
  /** Distance of the left and the right cheek's edge from the middle. */
  cheekLeft: number
  cheekRight: number
  brows: Point[]
  irises: (Point & { radius: number })[]
  /** Gap between the lips in the photo. */
  lipGap: number
  /** Share of a mouth's rounding that lips take part in: less where the photo smiles with parted lips. */
  rounding: number
  /** What the head turns about, in pixels of the texture: the top of the neck. */
  pivot: { x: number; y: number; z: number }
}

export function pointOf(points: ArrayLike<number>, index: number): Point {
  return { x: points[index * 3], y: points[index * 3 + 1] }
}

/** Measures a face once; everything that moves it speaks these coordinates. */
export function measureFace(points: MeshPoints): FaceGeometry {
  const at = (index: number) => pointOf(points, index)
  const unit = Math.hypot(at(FOREHEAD).x - at(CHIN).x, at(FOREHEAD).y - at(CHIN).y)
  const roll = rollOf(points)
  const cos = Math.cos(roll)
  const sin = Math.sin(roll)
  const mouthX = (at(61).x + at(291).x) / 2
  const mouthY = (at(61).y + at(291).y + at(13).y + at(14).y) / 4
  const toFace = (x: number, y: number): Point => ({
    x: ((x - mouthX) * cos + (y - mouthY) * sin) / unit,
    y: (-(x - mouthX) * sin + (y - mouthY) * cos) / unit,
  })
  const face = (index: number) => toFace(at(index).x, at(index).y)
  return {
    unit,
    cos,
    sin,
    toFace,
    chin: face(CHIN).y,
    mouthHalfWidth: Math.hypot(at(61).x - at(291).x, at(61).y - at(291).y) / 2 / unit,
    cheekLeft: Math.abs(face(CHEEKS[0]).x),
    cheekRight: Math.abs(face(CHEEKS[1]).x),
    brows: BROWS.map(face),
    irises: IRISES.map(({ middle, edge }) => {
      const { x, y } = face(middle)
      const distances = edge.map(face).map((point) => Math.hypot(point.x - x, point.y - y))
      return { x, y, radius: distances.reduce((sum, distance) => sum + distance, 0) / edge.length }
    }),
    lipGap: face(14).y - face(13).y,
    rounding: 1 - SMILE_HOLDS * smoothstep(OPEN_MOUTH_GAP, SMILING_GAP, face(14).y - face(13).y),
    pivot: {
      x: (at(CHEEKS[0]).x + at(CHEEKS[1]).x) / 2,
      y: at(CHIN).y + 0.12 * unit,
      z: 0.35 * unit,
    },
  }
}

/**
 * Where the photo shows an open mouth the mesh's inner lip points lie on the teeth's edge. Moving the inner rows
 * a little into the lip keeps teeth out of the lip's texture. Changes `points`.
 */
export function pullLipsOffTeeth(points: MeshPoints): void {
  const pull = (row: number[], towards: number[], share: number) => {
    row.forEach((point, i) => {
      for (let k = 0; k < 2; k++) {
        points[point * 3 + k] += (points[towards[i] * 3 + k] - points[point * 3 + k]) * share
      }
    })
  }
  pull(LOWER_LIP_ROWS[3], LOWER_LIP_ROWS[2], 0.62)
  pull(LOWER_LIP_ROWS[2], LOWER_LIP_ROWS[1], 0.3)
  pull(UPPER_LIP_ROWS[3], UPPER_LIP_ROWS[2], 0.4)
  pull(UPPER_LIP_ROWS[2], UPPER_LIP_ROWS[1], 0.18)
  pull([78, 308], [62, 292], 0.5)
}

/** Height of a left-to-right line of points at `x`, between its ends; null beyond them. */
export function heightAt(line: Point[], x: number): number | null {
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]
    const b = line[i + 1]
    if (x >= a.x && x <= b.x) return a.y + ((b.y - a.y) * (x - a.x)) / Math.max(1e-6, b.x - a.x)
  }
  return null
}
