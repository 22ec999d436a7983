import { boundsOf, type FaceMesh, meshInMirror } from './face-mesh'
import type { Picture } from './picture'
import type { VisionModels } from './vision-models'

/** Points and their mirror images: corners of eyes and mouth, cheeks, brows; tip of the nose, chin, forehead. */
const PAIRS = [
  ...[
    [33, 263],
    [61, 291],
    [234, 454],
    [105, 334],
  ].flatMap(([left, right]) => [
    [left, right],
    [right, left],
  ]),
  [1, 1],
  [152, 152],
  [10, 10],
]

/**
 * How far apart the model puts a face's points in a picture and in its mirror image: mean distance over the face's
 * height. Of a face it says the same both times (0.006–0.018 on photos, paintings and drawings of people). Animals,
 * fists and fish make it guess, each time another way (0.03–0.15).
 */
export async function mirrorError(models: VisionModels, picture: Picture, mesh: FaceMesh): Promise<number> {
  const { points } = mesh
  const mirrored = (await meshInMirror(models, picture, mesh.region)).points
  const distances = PAIRS.map(([a, b]) =>
    Math.hypot(points[a * 3] - mirrored[b * 3], points[a * 3 + 1] - mirrored[b * 3 + 1]),
  )
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length / boundsOf(points).height
}
