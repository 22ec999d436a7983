import type { MeshPoints } from '@/lib/engine/face/face-mesh'

/** Degrees, as in a pose: to the picture's right, chin down, clockwise. */
export type HeadTurn = { yaw: number; pitch: number; roll: number }

/** Points that jaw, lips, lids and brows leave where they are on the head: rim of the forehead, temples, nose. */
const RIGID = [
  ...[10, 338, 297, 332, 284, 251, 109, 67, 103, 54, 21, 162, 127, 356, 389],
  ...[168, 6, 197, 195, 5, 4, 1, 19, 94, 98, 327, 129, 358, 48, 278, 115, 344],
]

const DEGREES = 180 / Math.PI
/** The others’ shares shrink by half or more in each step of the power method, so this leaves nothing of them. */
const STEPS = 40

/**
 * How far a face is turned against another picture of it: the rotation that brings the rigid points of the reference
 * nearest to its own (Horn 1987, "Closed-form solution of absolute orientation using unit quaternions"). Depths are
 * the mesh's guess, so turns and nods come out smaller than they are; tilts do not.
 */
export function headTurn(points: MeshPoints, reference: MeshPoints): HeadTurn {
  const [from, to] = [centred(reference), centred(points)]
  const s = (i: number, j: number) => from.reduce((sum, p, k) => sum + p[i] * to[k][j], 0)
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => s(i, j)))
  const [w, x, y, z] = largestEigenvector([
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ])
  // Angles of Rz(roll) · Rx(pitch) · Ry(yaw), the order the renderer turns in.
  return {
    yaw: DEGREES * Math.atan2(2 * (w * y - x * z), 1 - 2 * (x * x + y * y)),
    pitch: DEGREES * Math.asin(2 * (w * x + y * z)),
    roll: DEGREES * Math.atan2(2 * (w * z - x * y), 1 - 2 * (x * x + z * z)),
  }
}

/** Range of each angle over a video, degrees: what nine frames of ten lie within. */
export function headRange(turns: readonly HeadTurn[]): HeadTurn {
  const range = (axis: keyof HeadTurn) => {
    const sorted = turns.map((turn) => turn[axis]).sort((a, b) => a - b)
    return sorted[Math.floor(0.95 * (sorted.length - 1))] - sorted[Math.floor(0.05 * (sorted.length - 1))]
  }
  return { yaw: range('yaw'), pitch: range('pitch'), roll: range('roll') }
}

/** The rigid points about their middle. */
function centred(points: MeshPoints): number[][] {
  const rigid = RIGID.map((point) => [0, 1, 2].map((axis) => points[point * 3 + axis]))
  const middle = [0, 1, 2].map((axis) => rigid.reduce((sum, p) => sum + p[axis], 0) / rigid.length)
  return rigid.map((p) => p.map((value, axis) => value - middle[axis]))
}

/** Of a symmetric matrix without a trace whose largest eigenvalue is the greatest in size (power method, shifted). */
function largestEigenvector(matrix: number[][]): number[] {
  const shift = Math.hypot(...matrix.flat())
  let vector = [1, 0, 0, 0]
  for (let step = 0; step < STEPS; step++) {
    const next = matrix.map((row, i) =>
      row.reduce((sum, value, j) => sum + value * vector[j], shift * vector[i]),
    )
    const length = Math.hypot(...next)
    vector = next.map((value) => value / length)
  }
  return vector
}
