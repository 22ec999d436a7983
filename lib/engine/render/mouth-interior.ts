import type { MeshPoints } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { type CoverageMap, cover, soften } from './coverage'
import { clamp, smoothstep } from './curves'
import { type FaceGeometry, LOWER_INNER_LIP, OPEN_MOUTH_GAP, pointOf, UPPER_INNER_LIP } from './face-geometry'
import { MARGIN } from './framing'
import { boundingBox, createOutline, traceLips } from './mouth-outline'
import type { MouthPalette, Rgb } from './mouth-palette'
import { type SampledImage, sample } from './sampled-image'
import { blueDifference, luma, redDifference, type YuvImage } from './yuv-image'

/** Lips closer than this, in pixels, show nothing between them. */
const MIN_GAP = 0.6

export type MouthInterior = {
  face: FaceGeometry
  palette: MouthPalette
  /** What the photo shows between open lips, or null where they are closed. */
  photo: PhotoMouth | null
  outline: Float32Array
  map: CoverageMap
  scratch: Float32Array
  soft: Float32Array
}

/** Teeth of the photo: how much each pixel of the texture belongs to the inside of the mouth. */
type PhotoMouth = { map: CoverageMap; upperLip: { x: number; y: number } }

export function createMouthInterior(
  points: MeshPoints,
  face: FaceGeometry,
  palette: MouthPalette,
): MouthInterior {
  // Room for a mouth as wide and open as the face is large: allocated once.
  const room = Math.ceil(face.unit * 0.8) ** 2
  return {
    face,
    palette,
    photo: face.lipGap > OPEN_MOUTH_GAP ? photoMouth(points) : null,
    outline: createOutline(),
    map: { left: 0, top: 0, width: 0, height: 0, values: new Float32Array(room) },
    scratch: new Float32Array(room),
    soft: new Float32Array(room),
  }
}

function photoMouth(points: MeshPoints): PhotoMouth {
  const ring = [...UPPER_INNER_LIP, ...LOWER_INNER_LIP.slice(1, -1).reverse()]
  const polygon = new Float32Array(ring.flatMap((point) => [points[point * 3], points[point * 3 + 1]]))
  const box = boundingBox(polygon, 2)
  const size = box.width * box.height
  const map = { ...box, values: new Float32Array(size) }
  cover(polygon, map)
  for (let pass = 0; pass < 2; pass++) soften(map, new Float32Array(size), map.values)
  return { map, upperLip: pointOf(points, 13) }
}

/**
 * Paints what shows between the lips: cavity, tongue, lower and upper teeth, or the photo's own teeth where it
 * has them. Upper teeth stay with the skull, lower ones with the jaw.
 *
 * @param still x, y pairs of the mesh moved with the head only, pixels of the texture
 * @param moved the same with lips in place
 */
export function paintMouth(
  mouth: MouthInterior,
  pose: Pose,
  still: Float32Array,
  moved: Float32Array,
  texture: SampledImage,
  frame: YuvImage,
): void {
  const { face, map } = mouth
  const gapX = moved[14 * 2] - moved[13 * 2]
  const gapY = moved[14 * 2 + 1] - moved[13 * 2 + 1]
  if (-gapX * face.sin + gapY * face.cos < MIN_GAP) return
  traceLips(moved, mouth.outline)
  placeMap(map, mouth.outline, frame)
  if (map.width < 2 || map.height < 2 || map.width * map.height > map.values.length) return
  cover(mouth.outline, map)
  soften(map, mouth.scratch, mouth.soft)
  setShading(mouth, pose, still, moved, Math.hypot(gapX, gapY) / face.unit)
  const stride = frame.width
  for (let j = 0; j < map.height; j += 2) {
    for (let i = 0; i < map.width; i += 2) {
      let shareSum = 0
      let uSum = 0
      let vSum = 0
      for (let n = 0; n < 4; n++) {
        const p = (j + (n >> 1)) * map.width + i + (n & 1)
        const share = smoothstep(0.02, 0.92, 0.25 * map.values[p] + 0.75 * mouth.soft[p])
        if (share < 0.01) continue
        const x = map.left + i + (n & 1)
        const y = map.top + j + (n >> 1)
        shade(mouth, x, y, texture)
        const o = (y - MARGIN) * stride + x - MARGIN
        frame.y[o] += (pixel.y - frame.y[o]) * share + 0.5
        shareSum += share
        uSum += share * pixel.u
        vSum += share * pixel.v
      }
      if (shareSum === 0) continue
      const o = (((map.top + j - MARGIN) / 2) * stride) / 2 + (map.left + i - MARGIN) / 2
      frame.u[o] = (frame.u[o] * (4 - shareSum) + uSum) / 4 + 0.5
      frame.v[o] = (frame.v[o] * (4 - shareSum) + vSum) / 4 + 0.5
    }
  }
}

/** Fits the map around the outline, inside the frame, on even pixels so that chroma samples are whole. */
function placeMap(map: CoverageMap, outline: Float32Array, frame: YuvImage): void {
  const box = boundingBox(outline, 2)
  const left = Math.max(MARGIN, box.left & ~1)
  const top = Math.max(MARGIN, box.top & ~1)
  map.left = left
  map.top = top
  map.width = (Math.min(MARGIN + frame.width, box.left + box.width + 1) - left) & ~1
  map.height = (Math.min(MARGIN + frame.height, box.top + box.height + 1) - top) & ~1
}

/** What `shade` needs to know about the frame, in face coordinates about the middle of the inner corners. */
const shading = {
  centreX: 0,
  centreY: 0,
  gap: 0,
  round: 0,
  /** The upper teeth's line at rest (skull), and both inner lips as they are (moved). */
  teethY: 0,
  upperY: 0,
  lowerY: 0,
  /** From the texture to the photo's teeth, which move with the head. */
  photoX: 0,
  photoY: 0,
}
const pixel = { y: 0, u: 0, v: 0 }
const colour: Rgb = [0, 0, 0]

function setShading(
  { face, photo }: MouthInterior,
  pose: Pose,
  still: Float32Array,
  moved: Float32Array,
  gap: number,
): void {
  const s = shading
  s.centreX = (still[78 * 2] + still[308 * 2]) / 2
  s.centreY = (still[78 * 2 + 1] + still[308 * 2 + 1]) / 2
  const heightOf = (points: Float32Array, point: number) =>
    (-(points[point * 2] - s.centreX) * face.sin + (points[point * 2 + 1] - s.centreY) * face.cos) / face.unit
  s.teethY = heightOf(still, 13) + 0.25 * face.lipGap
  s.upperY = heightOf(moved, 13)
  s.lowerY = heightOf(moved, 14)
  s.gap = gap
  s.round = pose.round
  s.photoX = photo ? photo.upperLip.x - still[13 * 2] : 0
  s.photoY = photo ? photo.upperLip.y - still[13 * 2 + 1] : 0
}

/** Sets `pixel` to the colour at a pixel of the texture inside the mouth. */
function shade(mouth: MouthInterior, px: number, py: number, texture: SampledImage): void {
  const { cos, sin, unit, mouthHalfWidth } = mouth.face
  const dx = px + 0.5 - shading.centreX
  const dy = py + 0.5 - shading.centreY
  const x = (dx * cos + dy * sin) / unit
  const y = (-dx * sin + dy * cos) / unit
  paintSynthetic(mouth.palette, x, y, x / mouthHalfWidth)
  // Grain like a camera's, fixed to the screen so that it does not swim.
  const noise =
    ((Math.imul(Math.imul(px, 73856093) ^ Math.imul(py, 19349663), 83492791) >>> 24) / 255 - 0.5) * 7
  const r = clamp(colour[0] + noise, 0, 255)
  const g = clamp(colour[1] + noise, 0, 255)
  const b = clamp(colour[2] + noise, 0, 255)
  pixel.y = luma(r, g, b)
  pixel.u = blueDifference(r, g, b)
  pixel.v = redDifference(r, g, b)
  if (mouth.photo) mixPhoto(mouth.photo, px + shading.photoX, py + shading.photoY, texture)
}

function paintSynthetic({ cavity, tongue, teeth }: MouthPalette, x: number, y: number, t: number): void {
  const { upperY, lowerY, teethY, gap, round } = shading
  const aside = Math.abs(t)
  const belowLip = y - (upperY - 0.006 + 0.03 * t * t)
  const aboveLip = lowerY - 0.035 * t * t - y
  // Dark, a little lighter towards the lower lip.
  const depth = smoothstep(0, 0.05, aboveLip)
  for (let k = 0; k < 3; k++) colour[k] = cavity[k] * (1.25 - 0.65 * depth)

  const tongueY = lowerY - 0.01 - 0.034 * smoothstep(0.03, 0.09, gap)
  const tongueShare =
    smoothstep(-0.022, 0.02, y - tongueY - 0.06 * t * t) *
    smoothstep(0.88, 0.3, aside) *
    smoothstep(0.03, 0.075, gap)
  if (tongueShare > 0) {
    const shine = 0.75 + 0.35 * smoothstep(0.03, 0, Math.hypot(x * 0.5, y - tongueY - 0.016))
    mixColour(tongue[0] * shine, tongue[1] * shine, tongue[2] * shine, tongueShare * 0.8)
  }

  const lowerTeeth =
    smoothstep(-0.007, 0.006, y - lowerY + 0.012 - 0.045 * t * t) *
    smoothstep(0.75, 0.35, aside) *
    (0.22 + 0.45 * clamp(-round * 1.5, 0, 1)) *
    smoothstep(0.02, 0.04, gap)
  mixColour(teeth[0] * 0.7, teeth[1] * 0.7, teeth[2] * 0.7, lowerTeeth)

  const edge = teethY + 0.021 - 0.034 * t * t - 0.0012 * Math.cos(t * 10.5)
  const upperTeeth = smoothstep(0.006, -0.006, y - edge) * smoothstep(0.95, 0.6, aside) * 0.93
  if (upperTeeth > 0) {
    const tooth = t / 0.3
    const between = 1 - 0.13 * smoothstep(0.16, 0, Math.abs(tooth - Math.round(tooth)))
    const lipShadow = 0.66 + 0.34 * smoothstep(0, 0.03, belowLip)
    const light = (1 - 0.55 * aside * aside) * between * lipShadow
    mixColour(teeth[0] * light, teeth[1] * light, teeth[2] * light, upperTeeth)
  }

  const corner = 1 - 0.55 * smoothstep(0.55, 1, aside)
  for (let k = 0; k < 3; k++) colour[k] *= corner
}

function mixColour(r: number, g: number, b: number, share: number): void {
  colour[0] += (r - colour[0]) * share
  colour[1] += (g - colour[1]) * share
  colour[2] += (b - colour[2]) * share
}

/** Lays the photo's own teeth over the painted ones. `x`, `y` are pixels of the texture. */
function mixPhoto({ map }: PhotoMouth, x: number, y: number, texture: SampledImage): void {
  const i = Math.round(x) - map.left
  const j = Math.round(y) - map.top
  if (i < 0 || j < 0 || i >= map.width || j >= map.height) return
  const share = smoothstep(0.55, 0.98, map.values[j * map.width + i])
  if (share === 0) return
  const u = (x * 65536) | 0
  const v = (y * 65536) | 0
  const chromaU = ((x - 0.5) * 32768) | 0
  const chromaV = ((y - 0.5) * 32768) | 0
  pixel.y += (sample(texture.y, texture.width, u, v) - pixel.y) * share
  pixel.u += (sample(texture.u, texture.width / 2, chromaU, chromaV) - pixel.u) * share
  pixel.v += (sample(texture.v, texture.width / 2, chromaU, chromaV) - pixel.v) * share
}
