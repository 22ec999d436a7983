import { boundsOf, type MeshPoints } from '../face/face-mesh'
import { type Picture, rawPicture } from '../face/picture'

/** A face may fill this much of the frame's height; beyond, the picture is widened rather than the face cut. */
const MAX_FACE_SHARE = 0.62
/** Blur of what is added, as a share of the picture's width. */
const BLUR = 0.09

/**
 * Adds to the sides of a picture that is too narrow for the frame's shape (or above and below one that is too
 * low), its own mirrored and blurred edges, so that a close-up keeps its forehead and chin. Leaves others as they are.
 *
 * @param aspect width over height of what will be cut out
 */
export async function widenPicture(
  picture: Picture,
  points: MeshPoints,
  aspect: number,
): Promise<{ picture: Picture; points: MeshPoints }> {
  const { width, height } = picture
  const available = Math.min(height, width / aspect)
  const wanted = Math.min(boundsOf(points).height / MAX_FACE_SHARE, Math.max(height, width / aspect))
  if (wanted <= available) return { picture, points }
  const x = Math.max(0, Math.ceil((wanted * aspect - width) / 2))
  const y = Math.max(0, Math.ceil((wanted - height) / 2))
  const mirrored = await rawPicture(picture)
    .extend({ left: x, right: x, top: y, bottom: y, extendWith: 'mirror' })
    .raw()
    .toBuffer()
  const wide = { data: mirrored, width: width + 2 * x, height: height + 2 * y }
  const blurred = await rawPicture(wide)
    .blur(Math.max(1, width * BLUR))
    .raw()
    .toBuffer()
  const data = await rawPicture({ ...wide, data: blurred })
    .composite([{ input: Buffer.from(picture.data), raw: { width, height, channels: 3 }, left: x, top: y }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const moved = points.map((value, i) => value + (i % 3 === 0 ? x : i % 3 === 1 ? y : 0))
  return { picture: { ...wide, data }, points: moved }
}
