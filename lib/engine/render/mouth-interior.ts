import type { MeshPoints } from '../face/face-mesh'
import type { Pose } from '../motion/pose'
import { type CoverageMap, cover, soften } from './coverage'
import { smoothstep } from './curves'
import { type FaceGeometry, LOWER_INNER_LIP, OPEN_MOUTH_GAP, pointOf, UPPER_INNER_LIP } from './face-geometry'
import { MARGIN } from './framing'
import { createMouthInside, insidePixel, type MouthInside, setInside, shadeInside } from './mouth-inside'
import { boundingBox, createOutline, traceLips } from './mouth-outline'
import type { MouthPalette } from './mouth-palette'
import { type SampledImage, sample } from './sampled-image'
import type { YuvColour } from './stroke'
import type { YuvImage } from './yuv-image'

/** Lips closer than this, in pixels, show nothing between them. */
const MIN_GAP = 0.6
/** The edge of the opening is softened at least once, and as often as it takes for the blur of the picture. */
const MOST_PASSES = 4
/** Variance that one pass over 3 × 3 pixels adds. */
const PASS_VARIANCE = 2 / 3

export type MouthInterior = {
  face: FaceGeometry
  inside: MouthInside
  /** What the photo shows between open lips, or null where they are closed. */
  photo: PhotoMouth | null
  /** Times that the edge of the opening is softened. */
  passes: number
  outline: Float32Array
  map: CoverageMap
  scratch: Float32Array
}

/** Teeth of the photo: how much each pixel of the texture belongs to the inside of the mouth. */
type PhotoMouth = { map: CoverageMap; upperLip: { x: number; y: number } }

export function createMouthInterior(
  texture: YuvImage,
  points: MeshPoints,
  face: FaceGeometry,
  palette: MouthPalette,
): MouthInterior {
  // Room for a mouth as wide and open as the face is large: allocated once.
  const room = Math.ceil(face.unit * 0.8) ** 2
  const inside = createMouthInside(texture, points, face, palette)
  const passes = Math.round(inside.grain.softness ** 2 / PASS_VARIANCE)
  return {
    face,
    inside,
    photo: face.lipGap > OPEN_MOUTH_GAP ? photoMouth(points) : null,
    passes: Math.min(MOST_PASSES, Math.max(1, passes)),
    outline: createOutline(),
    map: { left: 0, top: 0, width: 0, height: 0, values: new Float32Array(room) },
    scratch: new Float32Array(room),
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
  const { face, map, photo, inside } = mouth
  const gapX = moved[14 * 2] - moved[13 * 2]
  const gapY = moved[14 * 2 + 1] - moved[13 * 2 + 1]
  if (-gapX * face.sin + gapY * face.cos < MIN_GAP) return
  traceLips(moved, mouth.outline)
  placeMap(map, mouth.outline, mouth.passes + 1, frame)
  if (map.width < 2 || map.height < 2 || map.width * map.height > map.values.length) return
  cover(mouth.outline, map)
  for (let pass = 0; pass < mouth.passes; pass++) soften(map, mouth.scratch, map.values)
  setInside(inside, pose, still, mouth.outline)
  const photoX = photo ? photo.upperLip.x - still[13 * 2] : 0
  const photoY = photo ? photo.upperLip.y - still[13 * 2 + 1] : 0
  const stride = frame.width
  for (let j = 0; j < map.height; j += 2) {
    for (let i = 0; i < map.width; i += 2) {
      let shareSum = 0
      let uSum = 0
      let vSum = 0
      for (let n = 0; n < 4; n++) {
        const share = smoothstep(0.04, 0.9, map.values[(j + (n >> 1)) * map.width + i + (n & 1)])
        if (share < 0.01) continue
        const x = map.left + i + (n & 1)
        const y = map.top + j + (n >> 1)
        shadeInside(inside, x, y)
        if (photo) mixPhoto(photo, x + photoX, y + photoY, texture, inside.colours.glow)
        const o = (y - MARGIN) * stride + x - MARGIN
        frame.y[o] += (insidePixel.y - frame.y[o]) * share + 0.5
        shareSum += share
        uSum += share * insidePixel.u
        vSum += share * insidePixel.v
      }
      if (shareSum === 0) continue
      const o = (((map.top + j - MARGIN) / 2) * stride) / 2 + (map.left + i - MARGIN) / 2
      frame.u[o] = (frame.u[o] * (4 - shareSum) + uSum) / 4 + 0.5
      frame.v[o] = (frame.v[o] * (4 - shareSum) + vSum) / 4 + 0.5
    }
  }
}

/** Fits the map around the outline, inside the frame, on even pixels so that chroma samples are whole. */
function placeMap(map: CoverageMap, outline: Float32Array, border: number, frame: YuvImage): void {
  const box = boundingBox(outline, border)
  const left = Math.max(MARGIN, box.left & ~1)
  const top = Math.max(MARGIN, box.top & ~1)
  map.left = left
  map.top = top
  map.width = (Math.min(MARGIN + frame.width, box.left + box.width + 1) - left) & ~1
  map.height = (Math.min(MARGIN + frame.height, box.top + box.height + 1) - top) & ~1
}

/** Lays the photo's own teeth over the painted ones, in the same shade. `x`, `y` are pixels of the texture. */
function mixPhoto({ map }: PhotoMouth, x: number, y: number, texture: SampledImage, glow: YuvColour): void {
  const i = Math.round(x) - map.left
  const j = Math.round(y) - map.top
  if (i < 0 || j < 0 || i >= map.width || j >= map.height) return
  const share = smoothstep(0.55, 0.98, map.values[j * map.width + i])
  if (share === 0) return
  const u = (x * 65536) | 0
  const v = (y * 65536) | 0
  const chromaU = ((x - 0.5) * 32768) | 0
  const chromaV = ((y - 0.5) * 32768) | 0
  const { light } = insidePixel
  const shade = 1 - light
  const luma = 16 + (sample(texture.y, texture.width, u, v) - 16) * light + glow.y * shade
  const blue = 128 + (sample(texture.u, texture.width / 2, chromaU, chromaV) - 128) * light + glow.u * shade
  const red = 128 + (sample(texture.v, texture.width / 2, chromaU, chromaV) - 128) * light + glow.v * shade
  insidePixel.y += (luma - insidePixel.y) * share
  insidePixel.u += (blue - insidePixel.u) * share
  insidePixel.v += (red - insidePixel.v) * share
}
