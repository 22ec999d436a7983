import { assumedPerson } from './assumed-person'
import type { MeshPoints } from './face-mesh'
import { guidedFilter } from './guided-filter'
import type { Picture } from './picture'
import { sampleRegion } from './sample-region'
import { INPUT_SIDE, type VisionModels } from './vision-models'

const SIDE = INPUT_SIDE.selfie

/** Radius of the window in which the mask is fitted to the picture's colours, in pixels of the model's square. */
const EDGE_RADIUS = 5
/** Variance of colour (0…1 squared) that counts as flat: the square of 6 of 255 levels. */
const FLAT = 5e-4

/** An assumed outline is this much further from the truth than the model's. */
const ASSUMED = 2

/** What the model gives more than this counts as person when it is asked whether it can tell person from ground. */
const SOMEWHAT = 0.33
/**
 * Where more than this share of the upper border is person, the model has taken the ground for one: 0.87 of a dark
 * canvas, up to 0.38 of 24 other portraits in three shapes, hats and close-ups among them.
 */
const MAX_BORDER = 0.6

/**
 * How much of each pixel is the person: 0 background … 1 person, one float a pixel of the picture. The model's mask of
 * 256 × 256 is made to follow the picture's own edges, hair among them. Where it takes the ground for a person too, head
 * and shoulders as most people have them stand in for it.
 */
export async function personMatte(
  models: VisionModels,
  picture: Picture,
  points: MeshPoints,
): Promise<Float32Array> {
  const { width, height } = picture
  const whole = { cx: width / 2, cy: height / 2, width, height, angle: 0 }
  const { alpha } = await models.run('selfie', sampleRegion(picture, whole, SIDE, 1 / 255, 0))
  const radius = (EDGE_RADIUS * Math.max(width, height)) / SIDE
  if (upperBorder(alpha) > MAX_BORDER) {
    return guidedFilter(picture, assumedPerson(points, width, height), ASSUMED * radius, FLAT)
  }
  return guidedFilter(picture, enlarge(alpha, width, height), radius, FLAT)
}

/** Share of person along the top of the model's square and the upper halves of its sides, 0…1. */
function upperBorder(alpha: Float32Array): number {
  let count = 0
  for (let i = 0; i < SIDE; i++) {
    const aside = Math.floor(i / 2) * SIDE + (i % 2) * (SIDE - 1)
    if (alpha[i] > SOMEWHAT) count++
    if (alpha[aside] > SOMEWHAT) count++
  }
  return count / (2 * SIDE)
}

/** Bilinear, from the model's square to the picture. */
function enlarge(mask: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(SIDE - 1.001, ((y + 0.5) / height) * SIDE - 0.5))
    const j = Math.floor(v)
    const fy = v - j
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(SIDE - 1.001, ((x + 0.5) / width) * SIDE - 0.5))
      const i = Math.floor(u)
      const fx = u - i
      const p = j * SIDE + i
      const upper = mask[p] * (1 - fx) + mask[p + 1] * fx
      const lower = mask[p + SIDE] * (1 - fx) + mask[p + SIDE + 1] * fx
      out[y * width + x] = upper * (1 - fy) + lower * fy
    }
  }
  return out
}
