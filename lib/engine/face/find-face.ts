import { detectFaces } from './detect-faces'
import { boundsOf, type FaceMesh, type MeshPoints, meshOfDetection, rollOf } from './face-mesh'
import { type Picture, refusal, turnPicture } from './picture'
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

/** Both gates together keep out cats, masks and wallpaper; drawings of people pass. */
const MIN_SCORE = 0.5
const MIN_PRESENCE = 0.9
/** A crowd beyond this many faces is not examined further: the largest detections are looked at. */
const MAX_CANDIDATES = 8
const MIN_FACE_PIXELS = 64
const SHARP_FACE_PIXELS = 160
const MAX_ROLL = (35 * Math.PI) / 180

/**
 * Finds the face to animate: the largest that passes the gates. A picture lying on its side or upside down is
 * turned by quarters first.
 *
 * @throws StudioError `invalid_image_format`, code `no_face`, `face_too_small` or `face_tilted`
 */
export async function findFace(models: VisionModels, picture: Picture): Promise<FoundFace> {
  const notices: string[] = []
  let meshes = await facesIn(models, picture)
  const quarters = meshes.length === 0 ? 0 : Math.round(rollOf(meshes[0].points) / (Math.PI / 2))
  if (quarters !== 0) {
    picture = await turnPicture(picture, -quarters)
    meshes = await facesIn(models, picture)
    notices.push('The picture was turned so that the face is upright.')
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

/** Faces that pass both gates, largest first. */
async function facesIn(models: VisionModels, picture: Picture): Promise<FaceMesh[]> {
  const detections = await detectFaces(models, picture, MIN_SCORE)
  const meshes: FaceMesh[] = []
  detections.sort((a, b) => b.width - a.width)
  for (const detection of detections.slice(0, MAX_CANDIDATES)) {
    const mesh = await meshOfDetection(models, picture, detection)
    if (mesh.presence > MIN_PRESENCE) meshes.push(mesh)
  }
  return meshes.sort((a, b) => b.region.width - a.region.width)
}
