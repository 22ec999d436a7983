import { LOWER_INNER_LIP, UPPER_INNER_LIP } from './face-geometry'

/** Points drawn between two mesh points of a lip. */
const SUBDIVISIONS = 4
const POINTS_PER_LIP = SUBDIVISIONS * (UPPER_INNER_LIP.length - 1) + 1

/** Room for the outline of a mouth's opening, x, y pairs: both lips, which share their ends. */
export function createOutline(): Float32Array {
  return new Float32Array(2 * (2 * POINTS_PER_LIP - 2))
}

/** The smooth outline of the opening: Catmull-Rom curves through the inner lips, there and back. */
export function traceLips(moved: Float32Array, outline: Float32Array): void {
  traceCurve(UPPER_INNER_LIP, moved, (i, k, value) => {
    outline[i * 2 + k] = value
  })
  traceCurve(LOWER_INNER_LIP, moved, (i, k, value) => {
    if (i > 0 && i < POINTS_PER_LIP - 1) outline[(2 * POINTS_PER_LIP - 2 - i) * 2 + k] = value
  })
}

function traceCurve(
  line: number[],
  points: Float32Array,
  put: (i: number, k: number, value: number) => void,
): void {
  const last = line.length - 1
  for (let i = 0; i < last; i++) {
    for (let step = 0; step < SUBDIVISIONS; step++) {
      const t = step / SUBDIVISIONS
      for (let k = 0; k < 2; k++) {
        const a = points[line[Math.max(0, i - 1)] * 2 + k]
        const b = points[line[i] * 2 + k]
        const c = points[line[i + 1] * 2 + k]
        const d = points[line[Math.min(last, i + 2)] * 2 + k]
        const value =
          0.5 *
          (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
        put(i * SUBDIVISIONS + step, k, value)
      }
    }
  }
  put(last * SUBDIVISIONS, 0, points[line[last] * 2])
  put(last * SUBDIVISIONS, 1, points[line[last] * 2 + 1])
}

/** Whole pixels around a polygon of x, y pairs and a border. */
export function boundingBox(polygon: Float32Array, border: number) {
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  for (let i = 0; i < polygon.length; i += 2) {
    left = Math.min(left, polygon[i])
    right = Math.max(right, polygon[i])
    top = Math.min(top, polygon[i + 1])
    bottom = Math.max(bottom, polygon[i + 1])
  }
  left = Math.floor(left) - border
  top = Math.floor(top) - border
  return { left, top, width: Math.ceil(right) + border - left, height: Math.ceil(bottom) + border - top }
}
