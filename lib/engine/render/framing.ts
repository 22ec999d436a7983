import type { MeshPoints } from '../face/face-mesh'
import { boundsOf } from '../face/face-mesh'
import { type Picture, rawPicture } from '../face/picture'
import { clamp } from './curves'

/** Pixels around the frame that the texture also holds, so that a moving head can bring its edge into view. */
export const MARGIN = 16

/** A face smaller than this share of the frame's height is brought closer, until it fills `FACE_SHARE`. */
const MIN_FACE_SHARE = 0.3
const FACE_SHARE = 0.42
/** Height of the face's middle in the frame, from the top. */
const FACE_MIDDLE = 0.46

/** The part of the picture that is shown, with the margin. Pixels of the picture. */
type Cut = { left: number; top: number; width: number; height: number }

/** The cut-out picture at the size of frame and margin, and the face's points in its pixels. */
export type Texture = { picture: Picture; points: MeshPoints }

/**
 * Places the face in a frame: as much of the picture as fits, closer if the face is small, unless somebody chose what
 * is shown.
 *
 * @param aspect width over height of frame and margin
 */
export function frameFace(picture: Picture, points: MeshPoints, aspect: number, isChosen = false): Cut {
  const face = boundsOf(points)
  let cropHeight = Math.min(picture.height, picture.width / aspect)
  const isSmall = face.height / cropHeight < MIN_FACE_SHARE
  if (isSmall && !isChosen) cropHeight = Math.min(cropHeight, face.height / FACE_SHARE)
  const cropWidth = cropHeight * aspect
  const left = clamp(face.x + face.width / 2 - cropWidth / 2, 0, picture.width - cropWidth)
  const top = clamp(face.y + face.height / 2 - cropHeight * FACE_MIDDLE, 0, picture.height - cropHeight)
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    width: Math.min(picture.width, Math.round(cropWidth)),
    height: Math.min(picture.height, Math.round(cropHeight)),
  }
}

/** Cuts the crop out and scales it to the frame with its margin. */
export async function cutTexture(
  picture: Picture,
  points: MeshPoints,
  crop: Cut,
  width: number,
  height: number,
): Promise<Texture> {
  const outWidth = width + 2 * MARGIN
  const outHeight = height + 2 * MARGIN
  const left = Math.min(crop.left, picture.width - crop.width)
  const top = Math.min(crop.top, picture.height - crop.height)
  const data = await rawPicture(picture)
    .extract({ left, top, width: crop.width, height: crop.height })
    .resize(outWidth, outHeight, { fit: 'fill', kernel: 'lanczos3' })
    .sharpen({ sigma: 0.7, m1: 0.6, m2: 0.6 })
    .raw()
    .toBuffer()
  const scaleX = outWidth / crop.width
  const scaleY = outHeight / crop.height
  const moved = new Float32Array(points.length)
  for (let i = 0; i < points.length; i += 3) {
    moved[i] = (points[i] - left) * scaleX
    moved[i + 1] = (points[i + 1] - top) * scaleY
    moved[i + 2] = points[i + 2] * scaleX
  }
  return { picture: { data, width: outWidth, height: outHeight }, points: moved }
}
