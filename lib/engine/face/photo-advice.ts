import { boundsOf, type MeshPoints, yawOf } from './face-mesh'
import { type Picture, rawPicture } from './picture'

/** Pixels of the square in which a face is judged: about as large as it is in a video. */
const SIDE = 192

/** What a photo of a face is like, for plain advice. */
export type FaceLook = {
  /** Variance of the Laplacian over that of the brightness: how much of what is seen is fine detail. */
  detail: number
  /** Mean brightness, 0…255. */
  luma: number
  /** How far the head is turned to a side, radians, as {@link yawOf} sees it. */
  yaw: number
}

/**
 * Of faces from {@link JUDGED} pixels on, sharp photos have 0.33–0.93 and those blurred by 2 % of the face’s width
 * 0.003–0.013 (`bench/avatar/portraits`). Smaller ones are soft anyway.
 */
const BLURRED = 0.015
const JUDGED = 160
/** Below are faces in the dark: the darkest skin of the same portraits, in their light, has 47. */
const DARK = 36
/** Radians. Three-quarter portraits are at 0.28–0.48. */
const TURNED = 0.45

/** Plain sentences about a photo that can be used and could be better. */
export async function photoAdvice(picture: Picture, points: MeshPoints): Promise<string[]> {
  const { detail, luma, yaw } = await lookOf(picture, points)
  const advice: string[] = []
  if (Math.abs(yaw) > TURNED) {
    advice.push('The head is turned away. Looking straight at the camera speaks better.')
  }
  if (luma < DARK) advice.push('The face is too dark. Use a photo with light on the face.')
  else if (detail < BLURRED && boundsOf(points).width >= JUDGED)
    advice.push('The face is blurred. A sharp photo makes a sharper video.')
  return advice
}

export async function lookOf(picture: Picture, points: MeshPoints): Promise<FaceLook> {
  const { x, y, width, height } = boundsOf(points)
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const part = {
    left,
    top,
    width: Math.max(1, Math.min(picture.width, Math.ceil(x + width)) - left),
    height: Math.max(1, Math.min(picture.height, Math.ceil(y + height)) - top),
  }
  const grey = await rawPicture(picture)
    .extract(part)
    .resize(SIDE, SIDE, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()
  return { ...detailAndLuma(grey), yaw: yawOf(points) }
}

function detailAndLuma(grey: Uint8Array): Pick<FaceLook, 'detail' | 'luma'> {
  const laplacian: number[] = []
  const luma: number[] = []
  // The oval of the face, without what is in the corners behind it.
  for (let j = 1; j < SIDE - 1; j++) {
    for (let i = 1; i < SIDE - 1; i++) {
      if (Math.hypot(i - SIDE / 2, j - SIDE / 2) > SIDE * 0.45) continue
      const o = j * SIDE + i
      laplacian.push(grey[o - 1] + grey[o + 1] + grey[o - SIDE] + grey[o + SIDE] - 4 * grey[o])
      luma.push(grey[o])
    }
  }
  const brightness = meanAndVariance(luma)
  return {
    detail: meanAndVariance(laplacian).variance / Math.max(1, brightness.variance),
    luma: brightness.mean,
  }
}

function meanAndVariance(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, variance }
}
