import type { Picture } from '@/lib/engine/face/picture'

/** Side of the squares in the upper corners that count as background, and their distance from the edges, in pixels. */
const CORNER = 40
const MARGIN = 4
/** Every how many bytes a picture is looked at for its brightness. */
const STRIDE = 97

/** How steady a video is where nothing should change, frame by frame. Levels are 0…255. */
export class Steadiness {
  private readonly brightness: number[] = []
  private sums?: Float64Array
  private squares = new Float64Array(0)

  add(picture: Picture): void {
    let sum = 0
    for (let i = 0; i < picture.data.length; i += STRIDE) sum += picture.data[i]
    this.brightness.push((sum * STRIDE) / picture.data.length)
    const levels = cornerLevels(picture)
    this.sums ??= new Float64Array(levels.length)
    if (this.squares.length === 0) this.squares = new Float64Array(levels.length)
    for (let i = 0; i < levels.length; i++) {
      this.sums[i] += levels[i]
      this.squares[i] += levels[i] ** 2
    }
  }

  /** Most levels by which a frame's mean brightness leaves that of the two around it. */
  get flash(): number {
    const apart = this.brightness
      .slice(1, -1)
      .map((level, i) => Math.abs(level - (this.brightness[i] + this.brightness[i + 2]) / 2))
    return Math.max(0, ...apart)
  }

  /** Standard deviation over time of a pixel in the upper corners, mean over pixels. */
  get background(): number {
    const count = this.brightness.length
    const deviations = Array.from(this.sums ?? [], (sum, i) =>
      Math.sqrt(Math.max(0, this.squares[i] / count - (sum / count) ** 2)),
    )
    return deviations.reduce((sum, x) => sum + x, 0) / deviations.length
  }
}

/** Green of every fourth pixel, row by row, in both corners. */
function cornerLevels({ data, width }: Picture): number[] {
  const levels: number[] = []
  for (const left of [MARGIN, width - MARGIN - CORNER]) {
    for (let y = MARGIN; y < MARGIN + CORNER; y += 4) {
      for (let x = left; x < left + CORNER; x += 4) levels.push(data[(y * width + x) * 3 + 1])
    }
  }
  return levels
}
