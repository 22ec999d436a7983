import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildKernel } from '@/bin/prepare'
import { seededRandom } from '../motion/random'
import { clamp } from './curves'
import { CELL, type SourceGrid } from './displacement-grid'
import { MARGIN } from './framing'
import { openKernel } from './kernel'
import { createPersonLayer } from './person-layer'
import { createPersonStage } from './person-stage'
import { yuvImage } from './yuv-image'

const FRAME = { width: 64, height: 48 }
const WIDTH = FRAME.width + 2 * MARGIN
const HEIGHT = FRAME.height + 2 * MARGIN
const COLUMNS = WIDTH / CELL + 1
const ROWS = HEIGHT / CELL + 1

beforeAll(() => buildKernel(process.cwd()))

/** A picture of noise over another, and a person with a soft edge somewhere in it. */
function layerOf(random: () => number) {
  const noise = () => {
    const image = yuvImage(WIDTH, HEIGHT)
    for (const plane of [image.y, image.u, image.v]) plane.set(plane.map(() => random() * 256))
    return image
  }
  const [x, y, radius] = [random() * WIDTH, random() * HEIGHT, random() * HEIGHT]
  const matte = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => {
    const away = Math.hypot((i % WIDTH) - x, Math.floor(i / WIDTH) - y)
    return 255 * clamp((radius - away) / 20, 0, 1)
  })
  return createPersonLayer(noise(), noise(), matte, 10 + random() * 60)
}

/** Sources anywhere within `reach` pixels, inside the texture as `moveGrid` keeps them. */
function displace(grid: SourceGrid, random: () => number, reach: number): void {
  for (let q = 0; q < COLUMNS * ROWS; q++) {
    const x = (q % COLUMNS) * CELL
    const y = Math.floor(q / COLUMNS) * CELL
    grid.inverseX[q] = x - clamp(x + (random() - 0.5) * 2 * reach, 1.25, WIDTH - 4.5)
    grid.inverseY[q] = y - clamp(y + (random() - 0.5) * 2 * reach, 1.25, HEIGHT - 4.5)
  }
}

function emptyGrid(): SourceGrid {
  const column = () => new Float32Array(COLUMNS * ROWS)
  return { columns: COLUMNS, rows: ROWS, inverseX: column(), inverseY: column() }
}

describe('the kernel', () => {
  it('draws what TypeScript draws, to the bit, however wildly the person is displaced', () => {
    const kernel = openKernel()
    if (!kernel) throw new Error('The kernel is not built: npm install, then run the tests again.')
    const kinds = new Set<number>()
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 60, noNaN: true }), (seed, reach) => {
        const random = seededRandom(seed)
        const layer = layerOf(random)
        for (const kind of layer.kinds) kinds.add(kind)
        const grid = emptyGrid()
        const [plain, fast] = [null, kernel].map((each) => createPersonStage(layer, grid, FRAME, each))
        const [expected, drawn] = [plain.createCanvas(), fast.createCanvas()]
        for (let frame = 0; frame < 3; frame++) {
          displace(grid, random, reach)
          plain.draw(expected)
          fast.draw(drawn)
          expect(Buffer.compare(drawn.bytes, expected.bytes)).toBe(0)
          expect(Buffer.compare(drawn.bare, expected.bare)).toBe(0)
        }
      }),
    )
    expect(kinds.size).toBe(3)
  })
})
