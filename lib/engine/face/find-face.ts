import { detectFaces } from './detect-faces'
import { boundsOf, type FaceMesh, type MeshPoints, meshOfDetection, rollOf } from './face-mesh'
import { mirrorError } from './mirror-error'
import { type Picture, refusal, turnPicture } from './picture'
import { straightenPicture } from './straighten-picture'
import type { VisionModels } from './vision-models'

/** The face to animate, in an upright picture. */
export type FoundFace = {
  picture: Picture
  points: MeshPoints
  /** Usable faces in the picture, the largest first. */
  faces: MeshPoints[]
  /** Whether the picture is another way up than it came. */
  turned: boolean
  /** Plain sentences worth telling the person. */
  notices: string[]
}

/** The three gates together keep out animals, masks and wallpaper; drawings and statues of people pass. */
const MIN_SCORE = 0.5
const MIN_PRESENCE = 0.9
const MAX_MIRROR_ERROR = 0.03
/** A crowd beyond this many faces is not examined further: the largest detections are looked at. */
const MAX_CANDIDATES = 8
const MIN_FACE_PIXELS = 64
const SHARP_FACE_PIXELS = 160
/** Eyes nearer to each other than this share of the face's width are those of a head in profile: 0.02 there, 0.38 in front. */
const PROFILE_EYES = 0.12
const MAX_ROLL = (35 * Math.PI) / 180

/** A point in shares of a picture's sides. */
type Point = { x: number; y: number }

/**
 * Finds the face to animate: of those that pass the gates the nearest to a point, or the largest. A picture lying on its side or upside down is
 * turned by quarters first, and one whose face is still tilted too far by that tilt.
 *
 * @throws StudioError `invalid_image_format`, code `no_face`, `face_turned_away`, `face_too_small` or `face_tilted`
 */
export async function findFace(
  models: VisionModels,
  picture: Picture,
  near: Point | null = null,
): Promise<FoundFace> {
  const notices: string[] = []
  const asItCame = picture
  let meshes = chosenFirst(await facesIn(models, picture), picture, near)
  let quarters = meshes.length === 0 ? 0 : -Math.round(rollOf(meshes[0].points) / (Math.PI / 2))
  if (meshes.length === 0) quarters = await quartersToFace(models, picture)
  if (quarters !== 0) {
    picture = await turnPicture(picture, quarters)
    near = near && turnPoint(near, quarters)
    meshes = chosenFirst(await facesIn(models, picture), picture, near)
    notices.push('The picture was turned so that the face is upright.')
  }
  const roll = meshes.length === 0 ? 0 : rollOf(meshes[0].points)
  if (Math.abs(roll) > MAX_ROLL) {
    picture = await straightenPicture(picture, -roll, middleOf(meshes[0].points))
    near = near && { x: 0.5, y: 0.5 }
    meshes = chosenFirst(await facesIn(models, picture), picture, near)
    notices.push('The picture was turned so that the eyes are level.')
  }
  if (meshes.length === 0 && (await showsProfile(models, picture))) {
    throw refusal('face_turned_away', 'The face is turned away. Use a photo of one that looks at the camera.')
  }
  if (meshes.length === 0) {
    throw refusal(
      'no_face',
      'No face was found in this picture. Use a photo of one person looking at the camera.',
    )
  }
  const { points } = meshes[0]
  const pixels = Math.round(boundsOf(points).width)
  if (pixels < MIN_FACE_PIXELS) {
    throw refusal(
      'face_too_small',
      `The face is too small to animate: ${pixels} pixels wide, and ${MIN_FACE_PIXELS} are needed. Use a closer or larger photo.`,
    )
  }
  if (Math.abs(rollOf(points)) > MAX_ROLL) {
    throw refusal('face_tilted', 'The head is tilted too far to one side. Use a photo with the head upright.')
  }
  if (meshes.length > 1 && !near) {
    notices.push(`There are ${meshes.length} faces in this picture; the largest one will speak.`)
  }
  if (pixels < SHARP_FACE_PIXELS) {
    notices.push(
      `The face is only ${pixels} pixels wide: the video will look soft. A closer photo is sharper.`,
    )
  }
  const faces = meshes.map((mesh) => mesh.points).sort((a, b) => boundsOf(b).width - boundsOf(a).width)
  return { picture, points, faces, turned: picture !== asItCame, notices }
}

/** The detector knows few faces that are upside down: by how many quarters a picture must be turned to show one, or 0. */
async function quartersToFace(models: VisionModels, picture: Picture): Promise<number> {
  for (const quarters of [2, 1, 3]) {
    const [mesh] = await facesIn(models, await turnPicture(picture, quarters))
    if (mesh && Math.abs(rollOf(mesh.points)) < Math.PI / 4) return quarters
  }
  return 0
}

/** Whether the detector sees a face in a picture without a usable one, but both its eyes in one place. */
async function showsProfile(models: VisionModels, picture: Picture): Promise<boolean> {
  const [face] = await detectFaces(models, picture, MIN_SCORE)
  return face !== undefined && face.eyes < PROFILE_EYES
}

/** The face nearest to a point before the others, which stay in their order. */
function chosenFirst(meshes: FaceMesh[], { width, height }: Picture, near: Point | null): FaceMesh[] {
  if (!near || meshes.length === 0) return meshes
  const distance = ({ points }: FaceMesh) => {
    const { x, y } = middleOf(points)
    return Math.hypot(x - near.x * width, y - near.y * height)
  }
  const chosen = meshes.reduce((best, mesh) => (distance(mesh) < distance(best) ? mesh : best))
  return [chosen, ...meshes.filter((mesh) => mesh !== chosen)]
}

/** Where a point is after its picture was turned clockwise by quarters. */
function turnPoint(point: Point, quarters: number): Point {
  let { x, y } = point
  for (let i = (quarters + 4) % 4; i > 0; i--) [x, y] = [1 - y, x]
  return { x, y }
}

function middleOf(points: MeshPoints): { x: number; y: number } {
  const { x, y, width, height } = boundsOf(points)
  return { x: x + width / 2, y: y + height / 2 }
}

/** Faces that pass the gates, largest first. */
async function facesIn(models: VisionModels, picture: Picture): Promise<FaceMesh[]> {
  const detections = await detectFaces(models, picture, MIN_SCORE)
  const meshes: FaceMesh[] = []
  detections.sort((a, b) => b.width - a.width)
  for (const detection of detections.slice(0, MAX_CANDIDATES)) {
    const mesh = await meshOfDetection(models, picture, detection)
    if (mesh.presence < MIN_PRESENCE) continue
    if ((await mirrorError(models, picture, mesh)) < MAX_MIRROR_ERROR) meshes.push(mesh)
  }
  return meshes.sort((a, b) => b.region.width - a.region.width)
}
