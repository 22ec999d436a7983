import { clamp } from './curves'

/** Millimetres of a face from hairline to chin: the height of the canonical face mesh. */
const FACE_MM = 170

/**
 * A row of teeth as seen from the camera, by columns of `1 / density` pixels across the face, the middle one at the
 * middle of the lips. Lengths in pixels.
 */
export type TeethRow = {
  /** How far a column's tooth ends short of the longest, towards its gum. */
  short: Float32Array
  /** How much light a column's tooth gives back, 0…1: less to the sides, which stand back, and between two teeth. */
  light: Float32Array
}

/** Widths, from the middle, and how far each is shorter than the first; millimetres. */
type Dentition = {
  widths: number[]
  short: number[]
  pointed: number[]
  arch: { across: number; back: number }
}

/**
 * Mean crown widths of permanent teeth from the central incisor to the first molar, and the half axes of the ellipse
 * that the dental arch is near to (Ash & Nelson 2003, "Wheeler's Dental Anatomy"). `pointed` is by how much the edge's
 * ends lie higher than its middle: canines have a cusp, incisors rounded corners.
 */
const UPPER: Dentition = {
  widths: [8.5, 6.5, 7.5, 7, 7, 10],
  short: [0, 0.5, 0.1, 0.8, 1.2, 1.6],
  pointed: [0.15, 0.25, 0.6, 0.5, 0.4, 0.3],
  arch: { across: 28, back: 40 },
}
const LOWER: Dentition = {
  widths: [5, 5.5, 7, 7, 7, 11],
  short: [0, 0, 0.2, 0.9, 1.3, 1.6],
  pointed: [0.1, 0.1, 0.4, 0.4, 0.4, 0.3],
  arch: { across: 25, back: 36 },
}

/** Front teeth stand this far behind the lips, millimetres. */
const BEHIND_LIPS = 7
/** A tooth this far behind the front ones gives back 1/e of their light: the cheeks shade it. */
const SHADE_DEPTH = 22
/** Half the width of the shade between two teeth, millimetres, and how dark it is. */
const GAP = { width: 0.75, depth: 0.34 }

/** Millimetres of a face as pixels. */
export function millimetre(unit: number): number {
  return unit / FACE_MM
}

/**
 * Both rows for a face turned by `yaw` radians to the picture's right.
 *
 * @param mm pixels to a millimetre
 * @param reach columns on either side of the middle one
 * @param density columns to a pixel
 * @param softness standard deviation of the picture's blur, pixels
 */
export function teethRows(mm: number, reach: number, density: number, yaw: number, softness: number) {
  const row = (dentition: Dentition) => {
    const seen = project(dentition, mm, reach, density, yaw)
    return { short: blur(seen.short, softness * density), light: blur(seen.light, softness * density) }
  }
  return { upper: row(UPPER), lower: row(LOWER) } satisfies Record<string, TeethRow>
}

/** Steps along the arch, millimetres. */
const STEP = 0.05

function project(dentition: Dentition, mm: number, reach: number, density: number, yaw: number): TeethRow {
  const { across, back } = dentition.arch
  const columns = 2 * reach + 1
  const short = new Float32Array(columns).fill(3 * mm)
  const light = new Float32Array(columns)
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  for (const side of [-1, 1]) {
    // Along the ellipse from the middle to the last tooth: `angle` is its parameter, `along` the way gone.
    let angle = 0
    for (let along = 0; angle < Math.PI / 2; along += STEP) {
      const tooth = toothAt(dentition, along)
      if (!tooth) break
      const depth = back * (1 - Math.cos(angle))
      const x = side * across * Math.sin(angle) * cos - (BEHIND_LIPS + depth) * sin
      // The outside of the arch, seen from the camera: nothing of it shows where it has turned away.
      const nx = (side * Math.sin(angle)) / across
      const nz = Math.cos(angle) / back
      const facing = (nz * cos + nx * sin) / Math.hypot(nx, nz)
      angle += STEP / Math.hypot(across * Math.cos(angle), back * Math.sin(angle))
      const column = reach + Math.round(x * mm * density)
      if (facing <= 0 || column < 0 || column >= columns) continue
      light[column] = tooth.light * Math.exp(-depth / SHADE_DEPTH) * Math.sqrt(facing)
      short[column] = tooth.short * mm
    }
  }
  return { short, light }
}

/** The tooth at a way from the middle, or nothing beyond the last. */
function toothAt({ widths, short, pointed }: Dentition, along: number) {
  let begin = 0
  for (let i = 0; i < widths.length; begin += widths[i], i++) {
    if (along >= begin + widths[i]) continue
    const aside = Math.abs(((along - begin) / widths[i]) * 2 - 1)
    const edge = ((1 - aside) * widths[i]) / 2
    const between = Math.exp(-((edge / GAP.width) ** 2))
    // Rounded to the sides, as any tooth is.
    const rounded = 1 - 0.12 * aside * aside
    return { light: rounded * (1 - GAP.depth * between), short: short[i] + pointed[i] * aside ** 4 }
  }
  return null
}

/** Gaussian blur of a line of values, its ends repeated. */
function blur(values: Float32Array, deviation: number): Float32Array {
  const reach = Math.ceil(2.5 * deviation)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-0.5 * ((k - reach) / deviation) ** 2),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return values.map((_, i) => {
    const sum = weights.reduce(
      (before, weight, k) => before + weight * values[clamp(i + k - reach, 0, values.length - 1)],
      0,
    )
    return sum / total
  })
}
