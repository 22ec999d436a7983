import type { PortraitReport } from '@/components/api/videos'

export type Rect = { x: number; y: number; width: number; height: number }

/*
 * The framing of the local engine (`lib/engine/render/framing.ts`), so that the portrait already stands on the stage
 * as it will in the film.
 */
const MARGIN = 16
const MIN_FACE_SHARE = 0.3
const FACE_SHARE = 0.42
const FACE_MIDDLE = 0.46

/** The part of a picture a video of `width` × `height` shows: as much as fits, closer if the face is small. */
export function frameOnFace(
  picture: PortraitReport,
  { width, height }: { width: number; height: number },
): Rect {
  const { face } = picture
  const outer = { width: width + 2 * MARGIN, height: height + 2 * MARGIN }
  const aspect = outer.width / outer.height
  let cropHeight = Math.min(picture.height, picture.width / aspect)
  if (face.height / cropHeight < MIN_FACE_SHARE) cropHeight = Math.min(cropHeight, face.height / FACE_SHARE)
  const cropWidth = cropHeight * aspect
  const x = clamp(face.x + face.width / 2 - cropWidth / 2, picture.width - cropWidth)
  const y = clamp(face.y + face.height / 2 - cropHeight * FACE_MIDDLE, picture.height - cropHeight)
  const scale = cropHeight / outer.height
  return { x: x + MARGIN * scale, y: y + MARGIN * scale, width: width * scale, height: height * scale }
}

/** Where heads are in portraits: the share of the room left over that stays above the frame. */
const HEADROOM = 0.2

/** As much of a picture as fits a frame of the given proportions, while nobody knows where its face is. */
export function frameOnHead(
  picture: { width: number; height: number },
  { width, height }: { width: number; height: number },
): Rect {
  const scale = Math.min(picture.width / width, picture.height / height)
  const crop = { width: width * scale, height: height * scale }
  return { x: (picture.width - crop.width) / 2, y: (picture.height - crop.height) * HEADROOM, ...crop }
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 0), Math.max(max, 0))
}
