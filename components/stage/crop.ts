import type { PortraitReport } from '@/lib/boson/schemas'

export type Frame = { width: number; height: number }
export type Rect = { x: number; y: number; width: number; height: number }

/*
 * The framing of the local engine (`framing.ts` and `widen-picture.ts` in `lib/engine/render`), so that the portrait
 * already stands on the stage as it will in the film.
 */
export const MARGIN = 16
const MIN_FACE_SHARE = 0.3
const FACE_SHARE = 0.42
const FACE_MIDDLE = 0.46
const MAX_FACE_SHARE = 0.62

/**
 * The part of a picture a video of `width` × `height` shows: as much as fits, closer if the face is small. It reaches
 * beyond the picture where the engine adds blurred edges, so as not to cut a face that fills a narrow picture.
 */
export function frameOnFace(picture: PortraitReport, { width, height }: Frame): Rect {
  const { face } = picture
  const outer = { width: width + 2 * MARGIN, height: height + 2 * MARGIN }
  const aspect = outer.width / outer.height
  const room = widened(picture, aspect)
  let cropHeight = Math.min(room.height, room.width / aspect)
  if (face.height / cropHeight < MIN_FACE_SHARE) cropHeight = Math.min(cropHeight, face.height / FACE_SHARE)
  const cropWidth = cropHeight * aspect
  const x = clamp(face.x + face.width / 2 - cropWidth / 2, room.x, room.x + room.width - cropWidth)
  const y = clamp(
    face.y + face.height / 2 - cropHeight * FACE_MIDDLE,
    room.y,
    room.y + room.height - cropHeight,
  )
  const scale = cropHeight / outer.height
  return { x: x + MARGIN * scale, y: y + MARGIN * scale, width: width * scale, height: height * scale }
}

/** The picture with the edges the engine adds, in the picture's own pixels. */
function widened({ width, height, face }: PortraitReport, aspect: number): Rect {
  const available = Math.min(height, width / aspect)
  const wanted = Math.min(face.height / MAX_FACE_SHARE, Math.max(height, width / aspect))
  if (wanted <= available) return { x: 0, y: 0, width, height }
  const x = Math.max(0, Math.ceil((wanted * aspect - width) / 2))
  const y = Math.max(0, Math.ceil((wanted - height) / 2))
  return { x: -x, y: -y, width: width + 2 * x, height: height + 2 * y }
}

/** All of a picture in a frame, with room left over on two sides. */
export function frameOnWhole(picture: Frame, { width, height }: Frame): Rect {
  const scale = Math.max(picture.width / width, picture.height / height)
  const shown = { width: width * scale, height: height * scale }
  return { x: (picture.width - shown.width) / 2, y: (picture.height - shown.height) / 2, ...shown }
}

/** Where heads are in portraits: the share of the room left over that stays above the frame. */
const HEADROOM = 0.2

/** As much of a picture as fits a frame of the given proportions, while nobody knows where its face is. */
export function frameOnHead(picture: Frame, { width, height }: Frame): Rect {
  const scale = Math.min(picture.width / width, picture.height / height)
  const crop = { width: width * scale, height: height * scale }
  return { x: (picture.width - crop.width) / 2, y: (picture.height - crop.height) * HEADROOM, ...crop }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(max, min))
}
