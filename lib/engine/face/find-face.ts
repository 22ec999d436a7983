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
  /** Usable faces in the picture. */
  faces: number
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
const MAX_ROLL = (35 * Math.PI) / 180

/**
 * Finds the face to animate: the largest that passes the gates. A picture lying on its side or upside down is
 * turned by quarters first, and one whose face is still tilted too far by that tilt.
 *
 * @throws StudioError `invalid_image_format`, code `no_face`, `face_too_small` or `face_tilted`
 */
export async function findFace(models: VisionModels, picture: Picture): Promise<FoundFace> {
  const notices: string[] = []
  let meshes = await facesIn(models, picture)
  let quarters = meshes.length === 0 ? 0 : -Math.round(rollOf(meshes[0].points) / (Math.PI / 2))
  if (meshes.length === 0) quarters = await quartersToFace(models, picture)
  if (quarters !== 0) {
    picture = await turnPicture(picture, quarters)
    meshes = await facesIn(models, picture)
    notices.push('The picture was turned so that the face is upright.')
  }
  const roll = meshes.length === 0 ? 0 : rollOf(meshes[0].points)
  if (Math.abs(roll) > MAX_ROLL) {
    picture = await straightenPicture(picture, -roll, middleOf(meshes[0].points))
    meshes = await facesIn(models, picture)
    notices.push('The picture was turned so that the eyes are level.')
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
  if (meshes.length > 1) {
    notices.push(`There are ${meshes.length} faces in this picture; the largest one will speak.`)
  }
  if (pixels < SHARP_FACE_PIXELS) {
    notices.push(
      `The face is only ${pixels} pixels wide, so the video will look soft. A closer or larger photo gives a sharper one.`,
    )
  }
  return { picture, points, faces: meshes.length, notices }
}

/** The detector knows few faces that are upside down: by how many quarters a picture must be turned to show one, or 0. */
async function quartersToFace(models: VisionModels, picture: Picture): Promise<number> {
  for (const quarters of [2, 1, 3]) {
    const [mesh] = await facesIn(models, await turnPicture(picture, quarters))
    if (mesh && Math.abs(rollOf(mesh.points)) < Math.PI / 4) return quarters
  }
  return 0
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
