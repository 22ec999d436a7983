/** A rectangle of pixels with one float each. */
export type CoverageMap = { left: number; top: number; width: number; height: number; values: Float32Array }

/** Scan lines a pixel row. */
const LINES = 4

/**
 * Share of each pixel of a rectangle that a polygon covers, 0…1: exact along x, by LINES scan lines along y.
 *
 * @param polygon x, y pairs
 * @param map its values are overwritten
 */
export function cover(polygon: Float32Array, map: CoverageMap): void {
  const { left, top, width, height, values } = map
  values.fill(0, 0, width * height)
  const crossings: number[] = []
  for (let line = 0; line < height * LINES; line++) {
    const y = top + (line + 0.5) / LINES
    crossings.length = 0
    for (let i = 0; i < polygon.length; i += 2) {
      const next = (i + 2) % polygon.length
      const ay = polygon[i + 1]
      const by = polygon[next + 1]
      if (ay <= y === by <= y) continue
      insert(crossings, polygon[i] + ((y - ay) / (by - ay)) * (polygon[next] - polygon[i]))
    }
    const row = Math.floor(line / LINES) * width
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const begin = Math.max(left, crossings[k])
      const end = Math.min(left + width, crossings[k + 1])
      for (let x = Math.floor(begin); x < end; x++) {
        values[row + x - left] += (Math.min(end, x + 1) - Math.max(begin, x)) / LINES
      }
    }
  }
}

/** Keeps a few numbers in order; `sort` would allocate for each scan line. */
function insert(numbers: number[], value: number): void {
  let i = numbers.length
  numbers.push(value)
  for (; i > 0 && numbers[i - 1] > value; i--) numbers[i] = numbers[i - 1]
  numbers[i] = value
}

/** Mean over 3 × 3 pixels, the border repeated. `scratch` and `out` hold at least as many values as the map. */
export function soften(map: CoverageMap, scratch: Float32Array, out: Float32Array): void {
  const { width, height, values } = map
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) {
      const before = values[row + Math.max(0, x - 1)]
      const after = values[row + Math.min(width - 1, x + 1)]
      scratch[row + x] = (before + values[row + x] + after) / 3
    }
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    const above = Math.max(0, y - 1) * width
    const below = Math.min(height - 1, y + 1) * width
    for (let x = 0; x < width; x++) {
      out[row + x] = (scratch[above + x] + scratch[row + x] + scratch[below + x]) / 3
    }
  }
}
