import faceMesh from '@/assets/models/face-mesh.json'
import type { Detection } from './detect-faces'
import type { Picture } from './picture'
import { type Region, sampleRegion, square } from './sample-region'
import { INPUT_SIDE, type VisionModels } from './vision-models'

/**
 * MediaPipe's canonical topology: 468 face points, then the left and the right iris (5 each). "Left" is the
 * picture's left, as MediaPipe names it.
 */
export const MESH_POINTS = 478
export const FACE_POINTS = 468

/** Face points as x, y, z triples: pixels of the picture, z towards the back on the same scale. */
export type MeshPoints = Float32Array

/** Corners of the triangles of the face, three indices each. */
export const TRIANGLES: readonly number[] = faceMesh.triangles

export type FaceMesh = {
  points: MeshPoints
  /** 0…1: how sure the model is that this is a face. */
  presence: number
  /** The square around the face that was looked at, 1.5 times its size. */
  region: Region
}

const SIDE = INPUT_SIDE.facemesh
const REGION_SCALE = 1.5

/** Points of a detected face. Two passes: the second looks at the region that the first one's points span. */
export async function meshOfDetection(
  models: VisionModels,
  picture: Picture,
  face: Detection,
): Promise<FaceMesh> {
  const around = square(face.cx, face.cy, Math.max(face.width, face.height) * REGION_SCALE, face.angle)
  const rough = await meshIn(models, picture, around)
  return meshIn(models, picture, rough.region)
}

/** Points of the face that fills a region; the answer's `region` is where to look next. */
export async function meshIn(models: VisionModels, picture: Picture, region: Region): Promise<FaceMesh> {
  return meshOfPixels(models, sampleRegion(picture, region, SIDE, 1 / 255, 0), region)
}

/** The same, found by showing the model the region mirrored: what it calls left is the picture's right. */
export async function meshInMirror(
  models: VisionModels,
  picture: Picture,
  region: Region,
): Promise<FaceMesh> {
  const pixels = sampleRegion(picture, region, SIDE, 1 / 255, 0)
  const mirrored = pixels.map((_, i) => {
    const [x, row] = [Math.floor(i / 3) % SIDE, Math.floor(i / 3 / SIDE)]
    return pixels[(row * SIDE + SIDE - 1 - x) * 3 + (i % 3)]
  })
  return meshOfPixels(models, mirrored, { ...region, width: -region.width })
}

async function meshOfPixels(models: VisionModels, pixels: Float32Array, region: Region): Promise<FaceMesh> {
  const outputs = await models.run('facemesh', pixels)
  const points = new Float32Array(MESH_POINTS * 3)
  points.set(outputs.mesh)
  refine(points, faceMesh.lips, outputs.lips)
  refine(points, faceMesh.leftEye, outputs.left_eye)
  refine(points, faceMesh.rightEye, outputs.right_eye)
  refine(points, [468, 469, 470, 471, 472], outputs.left_iris)
  refine(points, [473, 474, 475, 476, 477], outputs.right_iris)
  toPicture(points, region)
  return { points, presence: 1 / (1 + Math.exp(-outputs.flag[0])), region: regionAround(points) }
}

/** The attention mesh answers lips, eyes and irises a second time, finer: these replace the first. */
function refine(points: MeshPoints, indices: readonly number[], finer: Float32Array): void {
  indices.forEach((point, i) => {
    points[point * 3] = finer[i * 2]
    points[point * 3 + 1] = finer[i * 2 + 1]
  })
}

function toPicture(points: MeshPoints, region: Region): void {
  const cos = Math.cos(region.angle)
  const sin = Math.sin(region.angle)
  const scale = region.height / SIDE
  for (let i = 0; i < MESH_POINTS * 3; i += 3) {
    const u = (points[i] - SIDE / 2) * (region.width / SIDE)
    const v = (points[i + 1] - SIDE / 2) * scale
    points[i] = region.cx + u * cos - v * sin
    points[i + 1] = region.cy + u * sin + v * cos
    points[i + 2] *= scale
  }
}

/** Clockwise tilt of the head in the picture plane, radians: the line between the outer corners of the eyes. */
export function rollOf(points: MeshPoints): number {
  return Math.atan2(points[263 * 3 + 1] - points[33 * 3 + 1], points[263 * 3] - points[33 * 3])
}

/**
 * How far the head is turned to a side, radians: atan of depth over width between the cheeks (234, 454). Too little for
 * heads turned far: three-quarter portraits come out at 20–28°.
 */
export function yawOf(points: MeshPoints): number {
  const across = Math.hypot(points[454 * 3] - points[234 * 3], points[454 * 3 + 1] - points[234 * 3 + 1])
  return Math.atan2(points[454 * 3 + 2] - points[234 * 3 + 2], across)
}

/** Upright bounding box of the face points. */
export function boundsOf(points: MeshPoints): { x: number; y: number; width: number; height: number } {
  return turnedBounds(points, 0)
}

export function regionAround(points: MeshPoints): Region {
  const angle = rollOf(points)
  const box = turnedBounds(points, -angle)
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return square(x * cos - y * sin, x * sin + y * cos, Math.max(box.width, box.height) * REGION_SCALE, angle)
}

/** Bounding box after turning the points clockwise by `angle` about the origin. */
function turnedBounds(points: MeshPoints, angle: number) {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  for (let i = 0; i < FACE_POINTS * 3; i += 3) {
    const x = points[i] * cos - points[i + 1] * sin
    const y = points[i] * sin + points[i + 1] * cos
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
