import { clamp } from './curves'
import type { FaceGeometry } from './face-geometry'
import type { YuvImage } from './yuv-image'

/** How a picture looks close up; what is painted into it must look the same. */
export type PictureGrain = {
  /** Standard deviation of the noise in luma levels. */
  noise: number
  /** Standard deviation of the blur of edges, pixels. */
  softness: number
}

/** Edges this steep, of all pixels of a face, tell how sharp it is. */
const STEEPEST = 0.02
/** Pixels to either side of an edge in which its whole height is looked for. */
const EDGE_REACH = 7
const SOFTNESS_RANGE = [0.6, 2.6] as const
/** Every so many rows are looked at. */
const ROWS = 3
/** More noise than this is the picture's own texture. */
const MOST_NOISE = 5

/** Measures a face from the brows to the chin. */
export function measureGrain(
  image: YuvImage,
  face: FaceGeometry,
  centre: { x: number; y: number },
): PictureGrain {
  const side = 0.4 * face.unit
  const left = Math.max(EDGE_REACH, Math.round(centre.x - side))
  const right = Math.min(image.width - EDGE_REACH - 1, Math.round(centre.x + side))
  const top = Math.max(1, Math.round(centre.y - 1.3 * side))
  const bottom = Math.min(image.height - 1, Math.round(centre.y + 0.7 * side))
  const area = { left, right, top, bottom }
  return { noise: noiseOf(image, area), softness: softnessOf(image, area) }
}

type Area = { left: number; right: number; top: number; bottom: number }

/**
 * Noise by the difference of two Laplacians, which skin's smooth shading does not answer to (Immerkær 1996, "Fast noise
 * variance estimation"); the median instead of the mean, so that features do not count as noise.
 */
function noiseOf({ y, width }: YuvImage, { left, right, top, bottom }: Area): number {
  const answers: number[] = []
  for (let j = top; j < bottom; j += ROWS) {
    for (let i = left; i < right; i += 2) {
      const p = j * width + i
      const corners = y[p - width - 1] + y[p - width + 1] + y[p + width - 1] + y[p + width + 1]
      const sides = y[p - width] + y[p + width] + y[p - 1] + y[p + 1]
      answers.push(Math.abs(corners - 2 * sides + 4 * y[p]))
    }
  }
  // The mask's gain on white noise is 6, a normal distribution's median magnitude 0.6745 deviations.
  return Math.min(MOST_NOISE, quantile(answers, 0.5) / 6 / 0.6745)
}

/** Blur by the steepest edges across: of a blurred step, height / slope = √(2π) deviations. */
function softnessOf({ y, width }: YuvImage, { left, right, top, bottom }: Area): number {
  const slopes: number[] = []
  for (let j = top; j < bottom; j += ROWS) {
    for (let i = left; i < right; i++) slopes.push(Math.abs(y[j * width + i + 1] - y[j * width + i - 1]) / 2)
  }
  const steep = Math.max(2, quantile(slopes, 1 - STEEPEST))
  const widths: number[] = []
  let k = 0
  for (let j = top; j < bottom; j += ROWS) {
    for (let i = left; i < right; i++, k++) {
      if (slopes[k] < steep) continue
      const row = y.subarray(j * width + i - EDGE_REACH, j * width + i + EDGE_REACH + 1)
      widths.push((Math.max(...row) - Math.min(...row)) / slopes[k])
    }
  }
  return clamp(quantile(widths, 0.5) / Math.sqrt(2 * Math.PI), ...SOFTNESS_RANGE)
}

function quantile(values: number[], share: number): number {
  if (values.length === 0) return 0
  return Float32Array.from(values).sort()[Math.floor(share * (values.length - 1))]
}
