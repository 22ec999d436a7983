import type { SourceGrid } from './displacement-grid'
import { type Canvas, drawPerson, drawPlate } from './draw-person'
import { MARGIN } from './framing'
import type { PersonLayer } from './person-layer'
import type { SampledImage } from './sampled-image'
import { type StagedLayer, stageLayer, type TakeMemory } from './staged-layer'
import { yuvImage } from './yuv-image'

/** Frames that a stage has room for: views end where their memory grows. What is never written to costs nothing. */
const MAX_FRAMES = 32
const PAGE = 65536
const ALIGNMENT = 16

/** Where one person is drawn, again and again, into frames of one size. */
export type PersonStage = {
  texture: SampledImage
  /** A frame that shows the plate. Throws a RangeError beyond MAX_FRAMES. */
  createCanvas(): Canvas
  /** Draws the person, displaced by the grid's inverse. */
  draw(canvas: Canvas): void
}

type Size = { width: number; height: number }

/** @param kernel draws, in a memory that holds all it needs; where there is none, TypeScript does, to the same bits */
export function createPersonStage(
  layer: PersonLayer,
  grid: SourceGrid,
  size: Size,
  kernel: WebAssembly.Module | null,
): PersonStage {
  return kernel ? stageInKernel(layer, grid, size, kernel) : stageInTypeScript(layer, grid, size)
}

function stageInTypeScript(layer: PersonLayer, grid: SourceGrid, size: Size): PersonStage {
  const take: TakeMemory = (bytes) => new Uint8Array(bytes)
  const staged = stageLayer(layer, take)
  return {
    texture: staged.texture,
    createCanvas: () => createCanvas(staged, grid, size, take),
    draw: (canvas) => drawPerson(staged, grid, canvas),
  }
}

function stageInKernel(
  layer: PersonLayer,
  grid: SourceGrid,
  size: Size,
  kernel: WebAssembly.Module,
): PersonStage {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(roomFor(layer, grid, size) / PAGE) })
  const { exports } = new WebAssembly.Instance(kernel, { env: { memory } })
  const take = takerOf(memory)
  const staged = stageLayer(layer, take)
  const inverseX = floats(take, grid.inverseX.length)
  const inverseY = floats(take, grid.inverseY.length)
  const { texture, plate, matte, chromaMatte, kinds, still } = staged
  setVariables(exports, { columns: grid.columns, margin: MARGIN, stride: texture.width, ...size })
  setVariables(
    exports,
    addresses({
      ...{ inverseX, inverseY, kinds, still, matte, chromaMatte },
      ...{ textureY: texture.y, textureU: texture.u, textureV: texture.v },
      ...{ plateY: plate.y, plateU: plate.u, plateV: plate.v },
    }),
  )
  const { drawPerson: draw } = exports
  if (typeof draw !== 'function') throw new TypeError('The kernel draws no person.')
  return {
    texture,
    createCanvas: () => createCanvas(staged, grid, size, take),
    draw({ bytes, bare }) {
      inverseX.set(grid.inverseX)
      inverseY.set(grid.inverseY)
      draw(bytes.byteOffset, bare.byteOffset)
    },
  }
}

function createCanvas(
  staged: StagedLayer,
  grid: SourceGrid,
  { width, height }: Size,
  take: TakeMemory,
): Canvas {
  const bytes = take((width * height * 3) / 2)
  const canvas = { bytes, image: yuvImage(width, height, bytes), bare: take(grid.columns * grid.rows) }
  drawPlate(staged, canvas)
  return canvas
}

/** Bytes of a stage: packed texture and matte, four a sample, plate, grid and frames. */
function roomFor({ texture }: PersonLayer, { columns, rows }: SourceGrid, { width, height }: Size) {
  const pixels = texture.width * texture.height
  const nodes = columns * rows
  const frame = (width * height * 3) / 2 + nodes + 2 * ALIGNMENT
  return 4 * (1.5 + 1.25) * pixels + 1.5 * pixels + (2 + 2 * 4) * nodes + MAX_FRAMES * frame + PAGE
}

/** Hands out a memory from its beginning; nothing is ever given back. */
function takerOf({ buffer }: WebAssembly.Memory): TakeMemory {
  let next = 0
  return (bytes) => {
    if (next + bytes > buffer.byteLength)
      throw new RangeError(`A stage holds no more than ${MAX_FRAMES} frames.`)
    const room = new Uint8Array(buffer, next, bytes)
    next += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
    return room
  }
}

function floats(take: TakeMemory, count: number): Float32Array {
  const room = take(count * 4)
  return new Float32Array(room.buffer, room.byteOffset, count)
}

function addresses(arrays: Record<string, ArrayBufferView>): Record<string, number> {
  return Object.fromEntries(Object.entries(arrays).map(([name, { byteOffset }]) => [name, byteOffset]))
}

/** @throws TypeError where the kernel has no such variable: it was built from other sources */
function setVariables(exports: WebAssembly.Exports, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) {
    const variable = exports[name]
    if (!(variable instanceof WebAssembly.Global)) throw new TypeError(`The kernel has no ${name}.`)
    variable.value = value
  }
}
