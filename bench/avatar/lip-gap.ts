import type { MeshPoints } from '@/lib/engine/face/face-mesh'

/** Facing points of the upper and the lower lip's inner edge: the middle and one to each side. */
const LIP_PAIRS = [
  [13, 14],
  [82, 87],
  [312, 317],
] as const
/** Top of the forehead and bridge of the nose: a height the jaw does not move. */
const FACE_TOP = 10
const FACE_MIDDLE = 168

/** Mean gap between the lips of a face as it was found in a frame, in distances from hairline to nose bridge. */
export function lipGap(points: MeshPoints): number {
  const gaps = LIP_PAIRS.map(([upper, lower]) => distance(points, upper, lower))
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / distance(points, FACE_TOP, FACE_MIDDLE)
}

/** Between two points of a mesh, pixels. */
export function distance(points: MeshPoints, a: number, b: number): number {
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
