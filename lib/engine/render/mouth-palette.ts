import type { MeshPoints } from '../face/face-mesh'
import type { Picture } from '../face/picture'
import { clamp } from './curves'

export type Rgb = [number, number, number]

/** Colours of the painted inside of a mouth, fitted to the light and tint of the face. */
export type MouthPalette = { teeth: Rgb; cavity: Rgb; tongue: Rgb }

/** Cheeks, chin and forehead: skin that no feature crosses. */
const SKIN_POINTS = [50, 280, 101, 330, 205, 425, 36, 266]
const PATCH = 3
/** Luminance of a face in good light, for which the base colours were chosen. */
const WELL_LIT = 150
/** Share of the skin's tint that teeth and tongue take on. */
const TINT = 0.28

export function mouthPalette(picture: Picture, points: MeshPoints): MouthPalette {
  const skin = skinColour(picture, points)
  const luminance = 0.3 * skin[0] + 0.59 * skin[1] + 0.11 * skin[2]
  const light = luminance / WELL_LIT
  const tint = skin.map((value) => 1 + (value / luminance - 1) * TINT)
  const teeth = clamp(luminance * 1.02 + 10, 50, 222)
  return {
    teeth: [teeth * tint[0], teeth * 0.955 * tint[1], teeth * 0.885 * tint[2]],
    cavity: [44 * light, 19 * light, 17 * light],
    tongue: [128 * light * tint[0], 64 * light, 60 * light],
  }
}

function skinColour({ data, width, height }: Picture, points: MeshPoints): Rgb {
  const sum: Rgb = [0, 0, 0]
  let count = 0
  for (const point of SKIN_POINTS) {
    const cx = Math.round(points[point * 3])
    const cy = Math.round(points[point * 3 + 1])
    for (let y = Math.max(0, cy - PATCH); y <= Math.min(height - 1, cy + PATCH); y++) {
      for (let x = Math.max(0, cx - PATCH); x <= Math.min(width - 1, cx + PATCH); x++) {
        for (let k = 0; k < 3; k++) sum[k] += data[(y * width + x) * 3 + k]
        count++
      }
    }
  }
  return count === 0 ? [150, 120, 105] : [sum[0] / count + 1, sum[1] / count + 1, sum[2] / count + 1]
}
