import type { Size } from '@/lib/boson/limits'
import { type MeshPoints, TRIANGLES, yawOf } from '../face/face-mesh'
import type { FoundFace } from '../face/find-face'
import { personMatte } from '../face/person-matte'
import type { VisionModels } from '../face/vision-models'
import { frameSize } from '../frame-size'
import { backgroundPlate } from './background-plate'
import { smoothstep } from './curves'
import { createGrid, type DisplacementGrid } from './displacement-grid'
import { EYES, type FaceGeometry, measureFace, OPEN_MOUTH_GAP, pullLipsOffTeeth } from './face-geometry'
import { cutTexture, frameFace, MARGIN } from './framing'
import { eyesAreSeen } from './hidden-eyes'
import { measureEyes } from './lids'
import { lashColour, seamColour } from './line-colours'
import { meetAtSeam } from './lip-seam'
import { lipPoints } from './lips'
import { fieldPoints } from './motion-field'
import { createMouthInterior } from './mouth-interior'
import { mouthPalette } from './mouth-palette'
import { createPersonLayer } from './person-layer'
import { solidMatte } from './solid-matte'
import { widenPicture } from './widen-picture'
import { type YuvImage, yuvFromRgb } from './yuv-image'

/** Furthest that any pose moves anything, face heights. */
const REACH = 0.1

/** A face taller than this share of the frame is a close-up. */
const CLOSE_UP = 0.6

/** A head turned away in the photo moves less from the first to the second yaw; radians, as {@link yawOf} sees it. */
const FROM_YAW = 0.2
const TO_YAW = 0.5

/** A portrait ready to be animated at one size. */
export type Portrait = Awaited<ReturnType<typeof preparePortrait>>

/**
 * Everything about a face that does not change from frame to frame.
 *
 * @param isChosen whether somebody chose the part of the picture that is shown
 */
export async function preparePortrait(
  models: VisionModels,
  portrait: FoundFace,
  size: Size,
  isChosen: boolean,
) {
  const { width, height } = frameSize(size)
  const aspect = (width + 2 * MARGIN) / (height + 2 * MARGIN)
  const wide = await widenPicture(portrait.picture, portrait.points, aspect)
  const crop = frameFace(wide.picture, wide.points, aspect, isChosen)
  const { picture, points } = await cutTexture(wide.picture, wide.points, crop, width, height)
  const { width: textureWidth, height: textureHeight } = picture
  const texture = yuvFromRgb(picture.data, textureWidth, textureHeight)
  const face = measureLips(points, texture)
  const found = await personMatte(models, picture, points)
  const matte = solidMatte(found, textureWidth, textureHeight, points, face)
  const plate = backgroundPlate(picture, matte)
  const lips = lipPoints(points, face)
  return {
    width,
    height,
    face,
    points,
    headRange: headRange(points, face, height),
    grid: createGrid(textureWidth, textureHeight, face, points) satisfies DisplacementGrid,
    field: fieldOfMesh(points, face),
    lips,
    lipPart: partAround(lips.map(({ point }) => point)),
    seamColour: seamColour(texture, points),
    eyesSeen: eyesAreSeen(texture, points),
    eyes: measureEyes(points, face).map((eye) => ({
      ...eye,
      part: partAround(eye.lids.map(({ point }) => point)),
      lashColour: lashColour(texture, points, eye.margin),
    })),
    layer: createPersonLayer(
      texture,
      yuvFromRgb(plate, textureWidth, textureHeight),
      matte,
      REACH * face.unit,
    ),
    mouth: createMouthInterior(texture, points, face, mouthPalette(picture, points)),
  }
}

/** Measures a face whose lips are put right by the picture first. Changes `points`. */
function measureLips(points: MeshPoints, texture: YuvImage): FaceGeometry {
  const face = measureFace(points)
  if (face.lipGap > OPEN_MOUTH_GAP) {
    pullLipsOffTeeth(points)
    return face
  }
  meetAtSeam(points, face, texture)
  return measureFace(points)
}

/**
 * How far the head may move, 0…1: less for a face that is turned away, whose far cheek would tear, and for a
 * close-up, whose hair would leave the texture.
 */
function headRange(points: MeshPoints, { unit }: FaceGeometry, frameHeight: number): number {
  const turned = smoothstep(FROM_YAW, TO_YAW, Math.abs(yawOf(points)))
  return (1 - 0.6 * turned) * Math.min(1, (CLOSE_UP * frameHeight) / unit)
}

function fieldOfMesh(points: MeshPoints, face: FaceGeometry) {
  const xs = points.filter((_, i) => i % 3 === 0)
  const ys = points.filter((_, i) => i % 3 === 1)
  return fieldPoints(xs, ys, face, points)
}

/** Triangles drawn over the warped person: eyeballs, which keep still, and the skin that slides over them. */
export type MovingPart = { eyeballs: Uint16Array; skin: Uint16Array; points: Uint16Array }

/** The triangles that some points pull out of the smooth motion. */
function partAround(moved: number[]): MovingPart {
  const moving = new Set(moved)
  const eyes = EYES.map((eye) => new Set([...eye.upper, ...eye.lower]))
  const eyeballs: number[] = []
  const skin: number[] = []
  for (let i = 0; i < TRIANGLES.length; i += 3) {
    const corners = TRIANGLES.slice(i, i + 3)
    if (!corners.some((point) => moving.has(point))) continue
    const inEye = eyes.some((eye) => corners.every((point) => eye.has(point)))
    ;(inEye ? eyeballs : skin).push(...corners)
  }
  return {
    eyeballs: Uint16Array.from(eyeballs),
    skin: Uint16Array.from(skin),
    points: Uint16Array.from(new Set([...eyeballs, ...skin])),
  }
}
