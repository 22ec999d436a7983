import { CELL, type DisplacementGrid } from './displacement-grid'
import { MARGIN } from './framing'
import type { YuvImage } from './yuv-image'

/** What a cell of the grid shows whatever the pose: only the background, only the person, or the edge between. */
const BACKGROUND = 0
const PERSON = 1
const EDGE = 2

/** The person over the still background plate, all at the size of the texture. */
export type PersonLayer = {
  texture: YuvImage
  plate: YuvImage
  /** The person's share of each pixel, 0…255, at full and at chroma resolution. */
  matte: Uint8Array
  chromaMatte: Uint8Array
  /** One of the three kinds for each cell of the grid. */
  kinds: Uint8Array
}

/** @param reach how far anything may move, pixels */
export function createPersonLayer(
  texture: YuvImage,
  plate: YuvImage,
  matte: Uint8Array,
  reach: number,
): PersonLayer {
  return {
    texture,
    plate,
    matte,
    chromaMatte: halveMatte(matte, texture.width, texture.height),
    kinds: cellKinds(matte, texture.width, texture.height, reach),
  }
}

function halveMatte(matte: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array((width * height) / 4)
  for (let j = 0, o = 0; j < height; j += 2) {
    for (let i = j * width; i < (j + 1) * width; i += 2, o++) {
      out[o] = (matte[i] + matte[i + 1] + matte[i + width] + matte[i + width + 1] + 2) >> 2
    }
  }
  return out
}

function cellKinds(matte: Uint8Array, width: number, height: number, reach: number): Uint8Array {
  const columns = Math.ceil(width / CELL) + 1
  const rows = Math.ceil(height / CELL) + 1
  const least = new Uint8Array(columns * rows).fill(255)
  const most = new Uint8Array(columns * rows)
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p++) {
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL)
      if (matte[p] < least[cell]) least[cell] = matte[p]
      if (matte[p] > most[cell]) most[cell] = matte[p]
    }
  }
  const near = Math.ceil(reach / CELL)
  const kinds = new Uint8Array(columns * rows)
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      let low = 255
      let high = 0
      for (let y = Math.max(0, j - near); y <= Math.min(rows - 2, j + near); y++) {
        for (let x = Math.max(0, i - near); x <= Math.min(columns - 2, i + near); x++) {
          low = Math.min(low, least[y * columns + x])
          high = Math.max(high, most[y * columns + x])
        }
      }
      kinds[j * columns + i] = high < 4 ? BACKGROUND : low > 250 ? PERSON : EDGE
    }
  }
  return kinds
}

/** Copies the plate into a frame. Needed once: {@link drawPerson} leaves alone what never changes. */
export function drawPlate(layer: PersonLayer, frame: YuvImage): void {
  const { plate } = layer
  copyPlane(plate.y, plate.width, frame.y, frame.width, frame.height, MARGIN)
  copyPlane(plate.u, plate.width / 2, frame.u, frame.width / 2, frame.height / 2, MARGIN / 2)
  copyPlane(plate.v, plate.width / 2, frame.v, frame.width / 2, frame.height / 2, MARGIN / 2)
}

function copyPlane(
  from: Uint8Array,
  stride: number,
  to: Uint8Array,
  width: number,
  height: number,
  margin: number,
): void {
  for (let y = 0; y < height; y++) {
    const start = (y + margin) * stride + margin
    to.set(from.subarray(start, start + width), y * width)
  }
}

/** Draws the person, displaced by the grid's inverse, into a frame that holds the plate. */
export function drawPerson(layer: PersonLayer, grid: DisplacementGrid, frame: YuvImage): void {
  const first = MARGIN / CELL
  const lastColumn = first + frame.width / CELL
  const lastRow = first + frame.height / CELL
  for (let j = first; j < lastRow; j++) {
    for (let i = first; i < lastColumn; i++) {
      const kind = layer.kinds[j * grid.columns + i]
      if (kind === PERSON) warpCell(layer, grid, frame, i, j)
      else if (kind === EDGE) blendCell(layer, grid, frame, i, j)
    }
  }
}

/** Fixed-point steps of the source coordinates in a cell's current row: position and step, 16.16. */
const row = { u: 0, v: 0, stepU: 0, stepV: 0 }

/**
 * Source of the first pixel centre of a cell's row and the step to the next, for a plane reduced by `scale`.
 * @param at distance of the row's pixel centres from the cell's top, pixels of the texture
 */
function sourceRow(grid: DisplacementGrid, i: number, j: number, at: number, scale: number): void {
  const { inverseX, inverseY, columns } = grid
  const q = j * columns + i
  const t = at / CELL
  const leftU = inverseX[q] + (inverseX[q + columns] - inverseX[q]) * t
  const rightU = inverseX[q + 1] + (inverseX[q + columns + 1] - inverseX[q + 1]) * t
  const leftV = inverseY[q] + (inverseY[q + columns] - inverseY[q]) * t
  const rightV = inverseY[q + 1] + (inverseY[q + columns + 1] - inverseY[q + 1]) * t
  const slopeU = (rightU - leftU) / CELL
  const slopeV = (rightV - leftV) / CELL
  // Pixel centres lie half a pixel of the plane into the cell; samples of a plane sit at its pixel centres too.
  const half = scale / 2
  row.u = ((i * CELL + half - leftU - slopeU * half) / scale - 0.5) * 65536
  row.v = ((j * CELL + at - leftV - slopeV * half) / scale - 0.5) * 65536
  row.stepU = (1 - slopeU) * 65536
  row.stepV = -slopeV * 65536
}

/** A cell that shows only the person. */
function warpCell(layer: PersonLayer, grid: DisplacementGrid, frame: YuvImage, i: number, j: number): void {
  const { texture } = layer
  for (let k = 0; k < CELL; k++) {
    sourceRow(grid, i, j, k + 0.5, 1)
    const start = (j * CELL + k - MARGIN) * frame.width + i * CELL - MARGIN
    warpRow(texture.y, texture.width, frame.y, start, CELL)
  }
  for (let k = 0; k < CELL / 2; k++) {
    sourceRow(grid, i, j, 2 * k + 1, 2)
    const start = ((j * CELL - MARGIN) / 2 + k) * (frame.width / 2) + (i * CELL - MARGIN) / 2
    warpRow(texture.u, texture.width / 2, frame.u, start, CELL / 2)
    warpRow(texture.v, texture.width / 2, frame.v, start, CELL / 2)
  }
}

function warpRow(source: Uint8Array, stride: number, target: Uint8Array, start: number, count: number): void {
  let u = row.u | 0
  let v = row.v | 0
  const stepU = row.stepU | 0
  const stepV = row.stepV | 0
  for (let o = start; o < start + count; o++) {
    target[o] = bilinear(source, stride, u, v)
    u += stepU
    v += stepV
  }
}

/** A cell that may show both: the person laid over the plate by the matte. */
function blendCell(layer: PersonLayer, grid: DisplacementGrid, frame: YuvImage, i: number, j: number): void {
  const { texture, plate, matte, chromaMatte } = layer
  const stride = texture.width
  for (let k = 0; k < CELL; k++) {
    sourceRow(grid, i, j, k + 0.5, 1)
    const still = (j * CELL + k) * stride + i * CELL
    const start = (j * CELL + k - MARGIN) * frame.width + i * CELL - MARGIN
    blendRow(texture.y, plate.y, matte, stride, still, frame.y, start, CELL)
  }
  for (let k = 0; k < CELL / 2; k++) {
    sourceRow(grid, i, j, 2 * k + 1, 2)
    const still = ((j * CELL) / 2 + k) * (stride / 2) + (i * CELL) / 2
    const start = ((j * CELL - MARGIN) / 2 + k) * (frame.width / 2) + (i * CELL - MARGIN) / 2
    blendRow(texture.u, plate.u, chromaMatte, stride / 2, still, frame.u, start, CELL / 2)
    blendRow(texture.v, plate.v, chromaMatte, stride / 2, still, frame.v, start, CELL / 2)
  }
}

function blendRow(
  source: Uint8Array,
  plate: Uint8Array,
  matte: Uint8Array,
  stride: number,
  still: number,
  target: Uint8Array,
  start: number,
  count: number,
): void {
  let u = row.u | 0
  let v = row.v | 0
  const stepU = row.stepU | 0
  const stepV = row.stepV | 0
  for (let n = 0; n < count; n++) {
    const share = bilinear(matte, stride, u, v)
    const behind = plate[still + n]
    const person = bilinear(source, stride, u, v)
    target[start + n] = behind + (((person - behind) * share * 257 + 32768) >> 16)
    u += stepU
    v += stepV
  }
}

/** Sample of a plane at 16.16 coordinates of pixel indices, rounded. */
export function bilinear(plane: Uint8Array, stride: number, u: number, v: number): number {
  const p = (v >> 16) * stride + (u >> 16)
  const fx = (u >> 8) & 255
  const fy = (v >> 8) & 255
  const upper = (plane[p] << 8) + (plane[p + 1] - plane[p]) * fx
  const lower = (plane[p + stride] << 8) + (plane[p + stride + 1] - plane[p + stride]) * fx
  return ((upper << 8) + (lower - upper) * fy + 32768) >> 16
}
