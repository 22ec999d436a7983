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
/** Range of skin's colour over its luminance from which on a picture is not faded at all. */
const FULL_SATURATION = 0.3
/**
 * Skin's colour over its luminance in white light. What a face has beyond it is the light's: a lamp's, a sunset's, old
 * varnish's.
 */
const SKIN_TINT: Rgb = [1.24, 0.95, 0.76]
/** What a light may be, by channel: white or warm. A face with more blue than skin has is flushed rather than lit so. */
const LIGHT_RANGE: [number, number][] = [
  [1, 1.4],
  [0.85, 1.15],
  [0.5, 1],
]
/** Teeth and the wet inside of a mouth in white light, over their luminance. */
const TEETH_TINT: Rgb = [1.03, 1, 0.93]
const CAVITY: Rgb = [44, 19, 17]
const TONGUE: Rgb = [136, 66, 62]
/** Teeth are never lit as the skin in front of them is: they stand back in the mouth. */
const TEETH_LIGHT = 0.94

/**
 * Colours as strong as the skin's: none in a black-and-white picture; and in its light, so that teeth are cream in a
 * warm painting, not grey.
 */
export function mouthPalette(picture: Picture, points: MeshPoints): MouthPalette {
  const skin = skinColour(picture, points)
  const luminance = luminanceOf(skin)
  const saturation = clamp((Math.max(...skin) - Math.min(...skin)) / luminance / FULL_SATURATION, 0, 1)
  const light = SKIN_TINT.map((typical, k) => {
    const share = clamp(skin[k] / luminance / typical, ...LIGHT_RANGE[k])
    return 1 + (share - 1) * saturation
  })
  const inLight = (colour: Rgb, strength: number): Rgb => {
    const grey = luminanceOf(colour)
    const [r, g, b] = colour.map((value, k) => (grey + (value - grey) * saturation) * light[k])
    const kept = (grey * strength) / luminanceOf([r, g, b])
    return [r * kept, g * kept, b * kept]
  }
  const dimmed = luminance / WELL_LIT
  return {
    teeth: inLight(TEETH_TINT, clamp(luminance * TEETH_LIGHT + 8, 40, 212)),
    cavity: inLight(CAVITY, dimmed),
    tongue: inLight(TONGUE, dimmed),
  }
}

function luminanceOf([r, g, b]: Rgb): number {
  return 0.3 * r + 0.59 * g + 0.11 * b
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
