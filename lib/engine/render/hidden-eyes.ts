import type { MeshPoints } from '../face/face-mesh'
import { type Point, pointOf } from './face-geometry'
import type { YuvImage } from './yuv-image'

/** Of each eye: both corners, middle of the upper and of the lower lid. */
const EYES = [
  [33, 133, 159, 145],
  [362, 263, 386, 374],
] as const
const CHEEKS = [50, 280, 101, 330, 205, 425]
/** Places looked at between the corners of an eye. */
const PLACES = 40
/** Share of them, at either end, that a gleam or a lash may take. */
const OUTLIERS = 0.05
/**
 * Range of luma along an eye over that of the cheeks, under which it is behind something. Dark lenses have 0 to 0.06;
 * 26 portraits 0.31 (behind thick glasses, in the shade of a hat) to 4.7.
 */
const HIDDEN = 0.12

/** Whether a photo shows the eyes: irises, whites or lashes. Behind dark lenses there is nothing to blink with. */
export function eyesAreSeen(image: YuvImage, points: MeshPoints): boolean {
  const cheeks = CHEEKS.map((point) => lumaAt(image, pointOf(points, point)))
  const cheek = cheeks.reduce((sum, luma) => sum + luma, 0) / cheeks.length
  return EYES.some(
    (eye) =>
      contrastAlong(
        image,
        eye.map((point) => pointOf(points, point)),
      ) >
      HIDDEN * cheek,
  )
}

/** Range of luma, outliers left out, on an arc from corner to corner through the middle of an eye. */
function contrastAlong(image: YuvImage, [left, right, upper, lower]: Point[]): number {
  const sag = { x: upper.x + lower.x - left.x - right.x, y: upper.y + lower.y - left.y - right.y }
  const lumas = Array.from({ length: PLACES }, (_, i) => {
    const t = (i + 0.5) / PLACES
    const bow = 2 * t * (1 - t)
    return lumaAt(image, {
      x: left.x + (right.x - left.x) * t + sag.x * bow,
      y: left.y + (right.y - left.y) * t + sag.y * bow,
    })
  }).sort((a, b) => a - b)
  const out = OUTLIERS * PLACES
  return lumas[PLACES - 1 - out] - lumas[out]
}

/** Luma above black. */
function lumaAt({ width, height, y: luma }: YuvImage, { x, y }: Point): number {
  const px = Math.max(0, Math.min(width - 1, Math.floor(x)))
  const py = Math.max(0, Math.min(height - 1, Math.floor(y)))
  return Math.max(0, luma[py * width + px] - 16)
}
