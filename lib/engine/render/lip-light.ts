import type { MeshPoints } from '../face/face-mesh'
import { clamp } from './curves'
import {
  type FaceGeometry,
  heightAt,
  LOWER_LIP_ROWS,
  type Point,
  pointOf,
  UPPER_LIP_ROWS,
} from './face-geometry'
import type { YuvImage } from './yuv-image'

/** Pixels around a point of the lips that are looked at. */
const PATCH = 2
/** Times that neighbours are averaged, so that a shine on the lips does not count as light. */
const PASSES = 3
/** The mouth's inside is neither black on the dark side nor brighter than teeth can be. */
const RANGE = [0.3, 1.2] as const

/**
 * How bright the lips are from corner to corner over their mean: the light that falls into the mouth, which in a face
 * lit from one side is not the same everywhere.
 *
 * @param reach columns on either side of the middle of the lips
 * @param density columns to a pixel
 */
export function lightAcrossLips(
  image: YuvImage,
  points: MeshPoints,
  face: FaceGeometry,
  reach: number,
  density: number,
): Float32Array {
  const middle = pointOf(points, 13)
  const line = UPPER_LIP_ROWS[1].map((upper, i): Point => {
    const ends = [upper, LOWER_LIP_ROWS[1][i]].map((point) => pointOf(points, point))
    const across = ends.map(({ x, y }) => (x - middle.x) * face.cos + (y - middle.y) * face.sin)
    const bright = ends.map((end) => brightness(image, end))
    return { x: (across[0] + across[1]) / 2, y: (bright[0] + bright[1]) / 2 }
  })
  const mean = line.reduce((sum, { y }) => sum + y, 0) / line.length
  let smooth = line.map(({ x, y }) => ({ x, y: clamp(y / mean, ...RANGE) }))
  for (let pass = 0; pass < PASSES; pass++) smooth = smoothed(smooth)
  const [first, last] = [smooth[0], smooth[smooth.length - 1]]
  return Float32Array.from({ length: 2 * reach + 1 }, (_, column) => {
    const x = clamp((column - reach) / density, first.x, last.x)
    return heightAt(smooth, x) ?? last.y
  })
}

function smoothed(line: Point[]): Point[] {
  const last = line.length - 1
  return line.map(({ x, y }, i) => ({
    x,
    y: (line[Math.max(0, i - 1)].y + 2 * y + line[Math.min(last, i + 1)].y) / 4,
  }))
}

/** Mean luma above black around a point. */
function brightness({ width, height, y: luma }: YuvImage, { x, y }: Point): number {
  const cx = clamp(Math.floor(x), PATCH, width - 1 - PATCH)
  const cy = clamp(Math.floor(y), PATCH, height - 1 - PATCH)
  let sum = 0
  for (let j = cy - PATCH; j <= cy + PATCH; j++) {
    for (let i = cx - PATCH; i <= cx + PATCH; i++) sum += luma[j * width + i]
  }
  return Math.max(1, sum / (2 * PATCH + 1) ** 2 - 16)
}
