import { type FaceMesh, type MeshPoints, meshIn, regionAround } from '../face/face-mesh'
import type { VisionModels } from '../face/vision-models'
import { LOOKED_AT, type SeenOpenings } from '../motion/jaw-path'
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

/** Pixels by which closed lips must seem to move for that to count. */
const SEEN_UNREST = 0.5
/** How the head is turned, radians, when closed lips are looked at before the jaw drops. */
const TURNED = [0.035, -0.035]

/**
 * What the mesh sees between a portrait's lips in drawn frames, pixels: closed, with the head turned a little to either
 * side, then with the jaw at each of {@link LOOKED_AT}. It looks as it would at a video: at each frame where it found the
 * face in the one before.
 */
export async function seenOpenings(models: VisionModels, portrait: Portrait): Promise<SeenOpenings> {
  const turned = TURNED.map((yaw) => ({ yaw }))
  const opened = LOOKED_AT.map((jaw) => ({ jaw }))
  const seen = await seenGaps(models, portrait, [...turned, ...opened])
  const gaps = seen.slice(turned.length)
  const unrest = deviation(seen.slice(0, turned.length + 1))
  return { gaps, unrest: unrest < SEEN_UNREST ? 0 : unrest }
}

/** The gap in each of some poses. A frame is drawn while the model is looking at the one before. */
async function seenGaps(
  models: VisionModels,
  portrait: Portrait,
  poses: readonly Partial<Pose>[],
): Promise<number[]> {
  const { width, height, points } = portrait
  const renderer = createRenderer(portrait)
  const frame = renderer.createFrame()
  const first = regionAround(points.map((value, i) => (i % 3 === 2 ? value : value - MARGIN)))
  const meshes: Promise<FaceMesh>[] = []
  for (const pose of poses) {
    renderer.draw({ ...AS_IN_PHOTO, ...pose }, frame)
    const data = new Uint8Array(rgbFromYuv(yuvImage(width, height, frame)).buffer)
    const before = await meshes.at(-1)
    meshes.push(meshIn(models, { data, width, height }, before?.region ?? first))
  }
  return (await Promise.all(meshes)).map((mesh) => gapOf(mesh.points))
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

function gapOf(points: MeshPoints): number {
  const gaps = MIDDLE.map((i) => {
    const [upper, lower] = [UPPER_LIP_ROWS[3][i] * 3, LOWER_LIP_ROWS[3][i] * 3]
    return Math.hypot(points[lower] - points[upper], points[lower + 1] - points[upper + 1])
  })
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
}
