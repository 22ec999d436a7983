import type { Picture } from './picture'
import { type Region, sampleRegion, square } from './sample-region'
import { INPUT_SIDE, type VisionModels } from './vision-models'

/** A face as BlazeFace sees it, in pixels of the picture. */
export type Detection = {
  /** 0…1 */
  score: number
  cx: number
  cy: number
  width: number
  height: number
  /** Clockwise tilt of the line between the eyes, radians. */
  angle: number
  /** Distance between the eyes as a share of the width: about 0.4 in a face seen from in front, near 0 in profile. */
  eyes: number
}

const SIDE = INPUT_SIDE.blazeface
const BOX_FLOATS = 16

/** Centres of BlazeFace's 896 anchors in pixels of its input: stride 16 with 2 a cell, stride 32 with 6. */
const ANCHORS = [
  { stride: 16, each: 2 },
  { stride: 32, each: 6 },
].flatMap(({ stride, each }) => {
  const cells = SIDE / stride
  return Array.from({ length: cells * cells * each }, (_, i) => {
    const cell = Math.floor(i / each)
    return { x: stride * ((cell % cells) + 0.5), y: stride * (Math.floor(cell / cells) + 0.5) }
  })
})

/**
 * Finds faces, best first. Looks at the whole picture once; where that shows nothing, at four overlapping
 * parts, which finds faces down to a fortieth of the picture's width.
 */
export async function detectFaces(
  models: VisionModels,
  picture: Picture,
  minScore: number,
): Promise<Detection[]> {
  const { width, height } = picture
  const whole = await detectIn(
    models,
    picture,
    square(width / 2, height / 2, Math.max(width, height)),
    minScore,
  )
  if (whole.length > 0) return whole
  const side = Math.max(width, height) * 0.6
  const found: Detection[] = []
  for (const cy of [side / 2, height - side / 2]) {
    for (const cx of [side / 2, width - side / 2]) {
      found.push(...(await detectIn(models, picture, square(cx, cy, side), minScore)))
    }
  }
  return withoutOverlaps(found)
}

async function detectIn(
  models: VisionModels,
  picture: Picture,
  region: Region,
  minScore: number,
): Promise<Detection[]> {
  const outputs = await models.run('blazeface', sampleRegion(picture, region, SIDE, 1 / 127.5, -1))
  const scale = region.width / SIDE
  const left = region.cx - region.width / 2
  const top = region.cy - region.height / 2
  const found: Detection[] = []
  let anchor = 0
  for (const part of ['512', '384']) {
    const logits = outputs[`score_${part}`]
    const boxes = outputs[`box_${part}`]
    for (let i = 0; i < logits.length; i++, anchor++) {
      const score = 1 / (1 + Math.exp(-logits[i]))
      if (score < minScore) continue
      const box = boxes.subarray(i * BOX_FLOATS, (i + 1) * BOX_FLOATS)
      found.push({
        score,
        cx: left + (box[0] + ANCHORS[anchor].x) * scale,
        cy: top + (box[1] + ANCHORS[anchor].y) * scale,
        width: box[2] * scale,
        height: box[3] * scale,
        angle: Math.atan2(box[7] - box[5], box[6] - box[4]),
        eyes: Math.hypot(box[6] - box[4], box[7] - box[5]) / box[2],
      })
    }
  }
  return withoutOverlaps(found)
}

/** Non-maximum suppression: of detections that share more than 30 % of their area the best remains. */
function withoutOverlaps(found: Detection[]): Detection[] {
  const kept: Detection[] = []
  for (const one of [...found].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlap(one, other) < 0.3)) kept.push(one)
  }
  return kept
}

/** Intersection over union of two boxes. */
function overlap(a: Detection, b: Detection): number {
  const width =
    Math.min(a.cx + a.width / 2, b.cx + b.width / 2) - Math.max(a.cx - a.width / 2, b.cx - b.width / 2)
  const height =
    Math.min(a.cy + a.height / 2, b.cy + b.height / 2) - Math.max(a.cy - a.height / 2, b.cy - b.height / 2)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (a.width * a.height + b.width * b.height - shared)
}
