import { detectFaces } from '@/lib/engine/face/detect-faces'
import { type MeshPoints, meshIn, meshOfDetection } from '@/lib/engine/face/face-mesh'
import type { Picture } from '@/lib/engine/face/picture'
import type { Region } from '@/lib/engine/face/sample-region'
import type { VisionModels } from '@/lib/engine/face/vision-models'

/** Facing points of the upper and the lower lip's inner edge: the middle and one to each side. */
const LIP_PAIRS = [
  [13, 14],
  [82, 87],
  [312, 317],
] as const
/** Top of the forehead and bridge of the nose: a height the jaw does not move. */
const FACE_TOP = 10
const FACE_MIDDLE = 168

/** Measures the mouth of a video's frames, in order, without knowing what was to be drawn. */
export class LipGap {
  private region?: Region

  constructor(private readonly models: VisionModels) {}

  /** Mean gap between the lips, in distances from hairline to nose bridge. */
  async measure(picture: Picture): Promise<number> {
    const mesh = this.region
      ? await meshIn(this.models, picture, this.region)
      : await meshOfDetection(this.models, picture, await this.detect(picture))
    this.region = mesh.region
    const gaps = LIP_PAIRS.map(([upper, lower]) => distance(mesh.points, upper, lower))
    return (
      gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / distance(mesh.points, FACE_TOP, FACE_MIDDLE)
    )
  }

  private async detect(picture: Picture) {
    const [face] = (await detectFaces(this.models, picture, 0.3)).sort((a, b) => b.width - a.width)
    if (!face) throw new Error('no face is seen in a frame of the video')
    return face
  }
}

function distance(points: MeshPoints, a: number, b: number): number {
  return Math.hypot(points[a * 3] - points[b * 3], points[a * 3 + 1] - points[b * 3 + 1])
}

/** Share of a video's own range of gaps, 5th to 95th percentile, under which lips count as closed. */
const CLOSED_SHARE = 0.12

/**
 * In which frames the lips are closed. The mesh sees a small gap between closed lips too, another on every face: the
 * narrowest of the video is what closed looks like on this one.
 */
export function closedFrames(gaps: readonly number[]): boolean[] {
  const sorted = gaps.toSorted((a, b) => a - b)
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]
  const limit = quantile(0.05) + CLOSED_SHARE * (quantile(0.95) - quantile(0.05))
  return gaps.map((gap) => gap < limit)
}
