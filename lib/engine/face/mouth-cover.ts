import { boundsOf, type MeshPoints, meshIn, meshInMirror, regionAround } from './face-mesh'
import type { FoundFace } from './find-face'
import { type Picture, refusal } from './picture'
import type { VisionModels } from './vision-models'

/** Points of the lips and their mirror images: corners, middles of the four borders, and between. */
const LIPS = [
  [61, 291],
  [37, 267],
  [84, 314],
  [40, 270],
  [91, 321],
  [0, 0],
  [13, 13],
  [14, 14],
  [17, 17],
].flatMap(([left, right]) =>
  left === right
    ? [[left, right]]
    : [
        [left, right],
        [right, left],
      ],
)

/** How else the face is looked at: moved by a share of the region's side, or turned, radians. */
const VIEWS = [
  { moved: 0.12, turned: 0 },
  { moved: -0.12, turned: 0 },
  { moved: 0, turned: 0.15 },
  { moved: 0, turned: -0.15 },
]

/** Lips that are seen are placed within 0.003–0.019: 23 portraits, also blurred, dark, small or in sunglasses. */
const DOUBTFUL = 0.019
/** Beyond are all of 69 mouths of ten portraits, behind hands, cups, microphones, masks, scarves or paper. */
const COVERED = 0.022

/**
 * Whether the mouth can be seen: a plain sentence where that is doubtful.
 *
 * @throws StudioError `invalid_image_format`, code `mouth_covered`
 */
export async function mouthNotices(models: VisionModels, { picture, points }: FoundFace): Promise<string[]> {
  const error = await lipsError(models, picture, points)
  if (error > COVERED) {
    throw refusal(
      'mouth_covered',
      'The mouth is covered, so it cannot be made to speak. Use a photo with nothing in front of the lips.',
    )
  }
  if (error < DOUBTFUL) return []
  return ['The mouth is hard to make out. If something covers it, the video will show lips over it.']
}

/**
 * How far apart the model puts the lips when it is shown the same face mirrored, moved and turned: mean distance
 * over the face's height. Lips that are there are found each time in the same place; behind a hand or a mask the model
 * makes them up, each time elsewhere.
 */
async function lipsError(models: VisionModels, picture: Picture, points: MeshPoints): Promise<number> {
  const region = regionAround(points)
  const height = boundsOf(points).height
  const mirrored = (await meshInMirror(models, picture, region)).points
  let error = lipsApart(points, mirrored, 1)
  for (const { moved, turned } of VIEWS) {
    const view = { ...region, cy: region.cy + moved * region.height, angle: region.angle + turned }
    error += lipsApart(points, (await meshIn(models, picture, view)).points, 0)
  }
  return error / (1 + VIEWS.length) / height
}

/** Mean distance, pixels. @param side 0 to compare each point with itself, 1 with its mirror image */
function lipsApart(a: MeshPoints, b: MeshPoints, side: 0 | 1): number {
  const distances = LIPS.map((pair) => {
    const [i, j] = [pair[0] * 3, pair[side] * 3]
    return Math.hypot(a[i] - b[j], a[i + 1] - b[j + 1])
  })
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length
}
