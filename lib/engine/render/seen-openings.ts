import { type MeshPoints, meshIn, regionAround } from '../face/face-mesh'
import type { VisionModels } from '../face/vision-models'
import { LOOKED_AT } from '../motion/jaw-path'
import type { Pose } from '../motion/pose'
import { LOWER_LIP_ROWS, UPPER_LIP_ROWS } from './face-geometry'
import { MARGIN } from './framing'
import type { Portrait } from './portrait'
import { createRenderer } from './renderer'
import { rgbFromYuv, yuvImage } from './yuv-image'

/** As in the photo, but with the lips together. */
const AS_IN_PHOTO: Pose = {
  ...{ yaw: 0, pitch: 0, roll: 0, shiftX: 0, shiftY: 0, breath: 0 },
  ...{ jaw: 0, round: 0, press: 0, tuck: 0, close: 1 },
  ...{ brow: 0, blink: 0, gazeX: 0, gazeY: 0 },
}

/** Of the lips' inner borders, the middle and one point to either side. */
const MIDDLE = [3, 4, 5]

/**
 * The gaps between a portrait's lips that the mesh sees in drawn frames, pixels, with the jaw at each of
 * {@link LOOKED_AT}. It looks as it would at a video: at each frame where it found the face in the one before.
 */
export async function seenOpenings(models: VisionModels, portrait: Portrait): Promise<number[]> {
  const { width, height, points } = portrait
  const renderer = createRenderer(portrait)
  const frame = renderer.createFrame()
  let region = regionAround(points.map((value, i) => (i % 3 === 2 ? value : value - MARGIN)))
  const gaps: number[] = []
  for (const jaw of LOOKED_AT) {
    renderer.draw({ ...AS_IN_PHOTO, jaw }, frame)
    const data = new Uint8Array(rgbFromYuv(yuvImage(width, height, frame)).buffer)
    const mesh = await meshIn(models, { data, width, height }, region)
    region = mesh.region
    gaps.push(gapOf(mesh.points))
  }
  return gaps
}

function gapOf(points: MeshPoints): number {
  const gaps = MIDDLE.map((i) => {
    const [upper, lower] = [UPPER_LIP_ROWS[3][i] * 3, LOWER_LIP_ROWS[3][i] * 3]
    return Math.hypot(points[lower] - points[upper], points[lower + 1] - points[upper + 1])
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
}
