import { type MeshPoints, yawOf } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { clamp, smoothstep } from './curves'
import { type FaceGeometry, OPEN_MOUTH_GAP, pointOf } from './face-geometry'
import { lightAcrossLips } from './lip-light'
import type { MouthPalette, Rgb } from './mouth-palette'
import { measureGrain, type PictureGrain } from './picture-grain'
import type { YuvColour } from './stroke'
import { millimetre, type TeethRow, teethRows } from './teeth'
import { blueDifference, luma, redDifference, type YuvImage } from './yuv-image'

/** Columns to a pixel. */
const DENSITY = 2
/** Columns reach this far from the middle of the lips, face heights. */
const REACH = 0.3

/** Millimetres by which the upper teeth reach below the line of closed lips, and those that rounded lips hide of them. */
const UPPER_TEETH = { below: 3.3, rounded: 5.5 }
/** Millimetres of the lower teeth that show over the lower lip, at most: little in open vowels, more in spread ones. */
const LOWER_TEETH = { open: 0.9, spread: 2.4, rounded: -2 }
/** Millimetres of the lower lip's wet inside that show: it turns outward as the jaw drops. */
const WET_LIP = 1.6
/**
 * How bright that is: little, so that the opening stands out against the lip, for people and for the mesh that measures
 * it; more below teeth of the photo's own, which are lit from the front.
 */
const WET_LIGHT = { closed: 0.34, open: 0.62 }
/** Share of the tongue's redness that light takes on which came by way of the mouth's walls, and of its brightness. */
const GLOW = { colour: 0.55, brightness: 0.14 }

/** The painted inside of one mouth; positions in pixels about the line of the closed lips, upright in the face. */
export type MouthInside = {
  mm: number
  cos: number
  sin: number
  lipGap: number
  grain: PictureGrain
  /** 0 for photos and paintings … 1 for drawings, which have neither grain nor blur and are coloured evenly. */
  flat: number
  teeth: { upper: TeethRow; lower: TeethRow }
  colours: { teeth: YuvColour; cavity: YuvColour; tongue: YuvColour; lip: YuvColour; glow: YuvColour }
  wetLight: number
  /** Light from outside over the mean, by columns. */
  light: Float32Array
  /** Heights of the lips' inner borders, by columns; set for a frame. */
  top: Float32Array
  bottom: Float32Array
  reach: number
}

/** What is at a pixel: limited-range YUV, and the share of the light outside that reaches the teeth there. */
export const insidePixel = { y: 0, u: 0, v: 0, light: 0 }

export function createMouthInside(
  texture: YuvImage,
  points: MeshPoints,
  face: FaceGeometry,
  palette: MouthPalette,
): MouthInside {
  const grain = measureGrain(texture, face, pointOf(points, 13))
  const mm = millimetre(face.unit)
  const reach = Math.ceil(REACH * face.unit * DENSITY)
  const tongue = fromBlack(palette.tongue)
  return {
    mm,
    cos: face.cos,
    sin: face.sin,
    lipGap: face.lipGap * face.unit,
    grain,
    flat: smoothstep(0.6, 0.3, grain.noise) * smoothstep(1.8, 1.4, grain.softness),
    teeth: teethRows(mm, reach, DENSITY, yawOf(points), grain.softness),
    wetLight: face.lipGap > OPEN_MOUTH_GAP ? WET_LIGHT.open : WET_LIGHT.closed,
    light: lightAcrossLips(texture, points, face, reach, DENSITY),
    colours: {
      teeth: fromBlack(palette.teeth),
      cavity: fromBlack(palette.cavity),
      tongue,
      lip: fromBlack(palette.lip),
      glow: { y: tongue.y * GLOW.brightness, u: tongue.u * GLOW.colour, v: tongue.v * GLOW.colour },
    },
    top: new Float32Array(2 * reach + 1),
    bottom: new Float32Array(2 * reach + 1),
    reach,
  }
}

/** A colour as its distance from black in YUV, so that it can be dimmed by multiplying. */
function fromBlack([r, g, b]: Rgb): YuvColour {
  return { y: luma(r, g, b) - 16, u: blueDifference(r, g, b) - 128, v: redDifference(r, g, b) - 128 }
}

/** What `shadeInside` needs to know about the frame, pixels. */
const shot = { originX: 0, originY: 0, upperEdge: 0, lowerShown: 0, tongueRise: 0, light: 0, gap: 0 }

/**
 * Sets up a frame.
 *
 * @param still x, y pairs of the mesh moved with the head only, pixels of the texture
 * @param outline of the opening, x, y pairs: the upper lip left to right, the lower one back
 */
export function setInside(inside: MouthInside, pose: Pose, still: Float32Array, outline: Float32Array): void {
  const { mm, cos, sin, lipGap, top, bottom, reach } = inside
  shot.originX = still[13 * 2] - 0.25 * lipGap * sin
  shot.originY = still[13 * 2 + 1] + 0.25 * lipGap * cos
  top.fill(0)
  bottom.fill(0)
  const half = outline.length / 4
  for (let i = 0; i < half; i++) fillColumns(inside, top, outline, i, i + 1)
  for (let i = half; i < 2 * half; i++) fillColumns(inside, bottom, outline, (i + 1) % (2 * half), i)
  const gap = bottom[reach] - top[reach]
  const pucker = Math.max(0, pose.round)
  const spread = Math.max(0, -pose.round)
  const { open, spread: shown, rounded } = LOWER_TEETH
  shot.gap = gap
  shot.upperEdge = (UPPER_TEETH.below - UPPER_TEETH.rounded * pucker) * mm
  shot.lowerShown =
    (open + shown * spread + rounded * pucker - 3 * pose.tuck) * mm * smoothstep(3, 8, gap / mm)
  shot.tongueRise = (1 + 2.5 * spread) * mm + 0.3 * gap
  // Less light comes in through a narrow opening, and between lips that are funnelled forward.
  shot.light = (0.82 + 0.18 * smoothstep(1, 8, gap / mm)) * (1 - 0.36 * pucker)
}

/** Writes the line between two points of the outline, the first on the left, into columns. */
function fillColumns(
  { cos, sin, reach }: MouthInside,
  heights: Float32Array,
  outline: Float32Array,
  a: number,
  b: number,
): void {
  const dx0 = outline[a * 2] - shot.originX
  const dy0 = outline[a * 2 + 1] - shot.originY
  const dx1 = outline[b * 2] - shot.originX
  const dy1 = outline[b * 2 + 1] - shot.originY
  const x0 = (dx0 * cos + dy0 * sin) * DENSITY + reach
  const x1 = (dx1 * cos + dy1 * sin) * DENSITY + reach
  const y0 = -dx0 * sin + dy0 * cos
  const slope = (-dx1 * sin + dy1 * cos - y0) / Math.max(0.01, x1 - x0)
  const last = Math.min(heights.length - 1, x1)
  for (let c = Math.max(0, Math.ceil(x0)); c <= last; c++) heights[c] = y0 + (c - x0) * slope
}

/** Sets {@link insidePixel} to what is at a pixel of the texture between the lips. */
export function shadeInside(inside: MouthInside, px: number, py: number): void {
  const { mm, cos, sin, reach, flat, grain, teeth, colours } = inside
  const dx = px + 0.5 - shot.originX
  const dy = py + 0.5 - shot.originY
  const x = dx * cos + dy * sin
  const y = -dx * sin + dy * cos
  const column = clamp((x * DENSITY + reach + 0.5) | 0, 0, 2 * reach)
  const belowUpper = y - inside.top[column]
  const aboveLower = inside.bottom[column] - y
  const gap = belowUpper + aboveLower
  const soft = grain.softness
  const aside = x / mm

  paintCavity(colours.cavity, aboveLower / mm)
  paintTongue(colours.tongue, aside, (inside.bottom[column] - shot.tongueRise - y) / mm, flat)

  // Both rows are shaded by the lips in front of them, the upper one more since light falls from above.
  const lowerTop = inside.bottom[column] - shot.lowerShown + teeth.lower.short[column]
  const lower = smoothstep(-soft, soft, y - lowerTop)
  if (lower > 0) mixTeeth(colours, shot.light * teeth.lower.light[column] * (0.72 + 0.2 * flat), lower)
  const upperEdge = shot.upperEdge - teeth.upper.short[column]
  const upper = smoothstep(soft, -soft, y - upperEdge)
  insidePixel.light = shot.light
  if (upper > 0) {
    const lipShadow = 0.6 + 0.4 * smoothstep(0, Math.min(2.4 * mm, 0.4 * gap), belowUpper)
    const edge = 1 - 0.1 * smoothstep(1.5 * mm, 0, upperEdge - y)
    const light = teeth.upper.light[column] * lipShadow * edge
    mixTeeth(colours, shot.light * (light + (1 - light) * 0.6 * flat), upper)
  }
  paintRim(colours.lip, belowUpper, aboveLower, soft, Math.min(WET_LIP * mm, 0.35 * gap), inside.wetLight)
  const light = inside.light[column]
  const grey = grain.noise > 0 ? grainAt(px, py) * grain.noise : 0
  insidePixel.y = clamp(insidePixel.y * light + 16 + grey, 16, 235)
  insidePixel.u = insidePixel.u * light + 128
  insidePixel.v = insidePixel.v * light + 128
}

/** Dark, a little lighter towards the lower lip. */
function paintCavity(cavity: YuvColour, aboveLower: number): void {
  const light = 0.4 + 0.5 * smoothstep(9, 0, aboveLower)
  insidePixel.y = cavity.y * light
  insidePixel.u = cavity.u * light
  insidePixel.v = cavity.v * light
}

/** @param aside millimetres from the middle; @param above millimetres above the tongue's back */
function paintTongue(tongue: YuvColour, aside: number, above: number, flat: number): void {
  const back = above + 0.012 * aside * aside
  const share = smoothstep(1.6, -1.6, back) * smoothstep(19, 10, Math.abs(aside))
  if (share === 0) return
  const groove = 1 - 0.12 * (1 - flat) * smoothstep(3, 0, Math.abs(aside))
  const shine =
    1 + 0.3 * (1 - flat) * smoothstep(2.4, 0, Math.hypot((Math.abs(aside) - 4) * 0.45, back + 1.8))
  // The back of the tongue is far from the light, its front near.
  const light = (0.28 + 0.36 * smoothstep(0, -5, back)) * groove * shine
  mixColour(tongue, light, light, share)
}

/**
 * The lips turn inward: their own colour in shade, softly, and redder than outside. Of the lower one a strip of its wet inside shows.
 *
 * @param wet width of that strip, pixels
 * @param lit how bright it is, against the lip's outside
 */
function paintRim(
  lip: YuvColour,
  belowUpper: number,
  aboveLower: number,
  soft: number,
  wet: number,
  lit: number,
): void {
  const upper = smoothstep(1.2 + soft, 0, belowUpper)
  const lower = smoothstep(0.8 + soft + wet, 0, aboveLower)
  if (upper > 0) mixColour(lip, 0.26, 0.7, 0.75 * upper)
  if (lower > 0) mixColour(lip, lit, lit + 0.2, 0.85 * lower)
}

/** What little light comes back from teeth in the shade was red before: it came by way of gums, tongue and cheeks. */
function mixTeeth({ teeth, glow }: MouthInside['colours'], light: number, share: number): void {
  const shade = 1 - light
  insidePixel.y += (teeth.y * light + glow.y * shade - insidePixel.y) * share
  insidePixel.u += (teeth.u * light + glow.u * shade - insidePixel.u) * share
  insidePixel.v += (teeth.v * light + glow.v * shade - insidePixel.v) * share
}

function mixColour(colour: YuvColour, light: number, redness: number, share: number): void {
  insidePixel.y += (colour.y * light - insidePixel.y) * share
  insidePixel.u += (colour.u * redness - insidePixel.u) * share
  insidePixel.v += (colour.v * redness - insidePixel.v) * share
}

/** Grain like a camera's, fixed to the screen so that it does not swim: mean 0, standard deviation 1. */
function grainAt(x: number, y: number): number {
  const hash = Math.imul(Math.imul(x, 73856093) ^ Math.imul(y, 19349663), 83492791) >>> 24
  return (hash / 255 - 0.5) * 3.464
}
