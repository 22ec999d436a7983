import type { MeshPoints } from '../face/face-mesh'
import type { Picture } from '../face/picture'
import { clamp } from './curves'
import { LOWER_LIP_ROWS, UPPER_LIP_ROWS } from './face-geometry'

export type Rgb = [number, number, number]

/** Colours of the painted inside of a mouth, fitted to the light and tint of the face, and the lips' own. */
export type MouthPalette = { teeth: Rgb; cavity: Rgb; tongue: Rgb; lip: Rgb }

/** Cheeks, chin and forehead: skin that no feature crosses. */
const SKIN_POINTS = [50, 280, 101, 330, 205, 425, 36, 266]
/** Lips between their borders, away from the corners. */
const LIP_POINTS = [...UPPER_LIP_ROWS[1].slice(3, -3), ...LOWER_LIP_ROWS[1].slice(2, -2)]
/** Iris and corner of the eye that the white lies between, on either side. */
const EYE_WHITES = [
  [468, 33],
  [468, 133],
  [473, 362],
  [473, 263],
]
/** Where it lies, as a share of the way. */
const TO_CORNER = 0.68
const PATCH = 3
/** Luminance of teeth in good light, for which the base colours were chosen. */
const WELL_LIT = 164
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
/** Luminance of teeth over that of fair skin, and over that of the white of the eyes, in the same light. */
const TEETH_LIGHT = { skin: 1.04, eyes: 0.9 }
/** Share of the light's tint that teeth take on: what skin shows of it is partly the person's own colour. */
const TEETH_TINTED = 0.5

/**
 * Colours as strong as the skin's: none in a black-and-white picture; and in its light, so that teeth are cream in a
 * warm painting, not grey.
 */
export function mouthPalette(picture: Picture, points: MeshPoints): MouthPalette {
  const skin = colourAround(picture, points, SKIN_POINTS, PATCH)
  const luminance = luminanceOf(skin)
  const saturation = clamp((Math.max(...skin) - Math.min(...skin)) / luminance / FULL_SATURATION, 0, 1)
  const light = SKIN_TINT.map((typical, k) => {
    const share = clamp(skin[k] / luminance / typical, ...LIGHT_RANGE[k])
    return 1 + (share - 1) * saturation
  })
  const inLight = (colour: Rgb, strength: number, tinted = 1): Rgb => {
    const grey = luminanceOf(colour)
    const [r, g, b] = colour.map((value, k) => (grey + (value - grey) * saturation) * light[k] ** tinted)
    const kept = (grey * strength) / luminanceOf([r, g, b])
    return [r * kept, g * kept, b * kept]
  }
  // Of dark skin only the eyes tell how much light there is: teeth are as white as they.
  const white = Math.max(luminance * TEETH_LIGHT.skin + 8, eyeWhite(picture, points) * TEETH_LIGHT.eyes)
  const teeth = clamp(white, 40, 218)
  const dimmed = teeth / WELL_LIT
  return {
    teeth: inLight(TEETH_TINT, teeth, TEETH_TINTED),
    cavity: inLight(CAVITY, dimmed),
    tongue: inLight(TONGUE, dimmed),
    lip: colourAround(picture, points, LIP_POINTS, 1),
  }
}

function luminanceOf([r, g, b]: Rgb): number {
  return 0.3 * r + 0.59 * g + 0.11 * b
}

/** Luminance of the white of the eyes, as the brighter half of its four corners show it. */
function eyeWhite(picture: Picture, points: MeshPoints): number {
  const corners = EYE_WHITES.map(([iris, corner]) => {
    const between = (k: number) =>
      points[iris * 3 + k] + (points[corner * 3 + k] - points[iris * 3 + k]) * TO_CORNER
    return luminanceOf(colourAround(picture, Float32Array.of(between(0), between(1), 0), [0], 1))
  })
  const [, , second, brightest] = corners.sort((a, b) => a - b)
  return (second + brightest) / 2
}

/** Mean colour of the pixels up to `reach` away from some points. */
function colourAround(
  { data, width, height }: Picture,
  points: MeshPoints,
  around: number[],
  reach: number,
): Rgb {
  const sum: Rgb = [0, 0, 0]
  let count = 0
  for (const point of around) {
    const cx = Math.round(points[point * 3])
    const cy = Math.round(points[point * 3 + 1])
    for (let y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
      for (let x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
        for (let k = 0; k < 3; k++) sum[k] += data[(y * width + x) * 3 + k]
        count++
      }
    }
  }
  return count === 0 ? [150, 120, 105] : [sum[0] / count + 1, sum[1] / count + 1, sum[2] / count + 1]
}
