import { CELL, type DisplacementGrid } from './displacement-grid'
import { MARGIN } from './framing'
import { type SampledImage, type SampledPlane, sample, sampledImage, sampledPlane } from './sampled-image'
import type { YuvImage } from './yuv-image'

/** What a block of the texture holds: only background, only person, or the edge between them. */
const BACKGROUND = 0
const PERSON = 1
const EDGE = 2

/** The person over the still background plate, all at the size of the texture. */
export type PersonLayer = {
  texture: SampledImage
  plate: YuvImage
  /** The person's share of each pixel, 0…255, at full and at chroma resolution. */
  matte: SampledPlane
  chromaMatte: SampledPlane
  /** One of the three kinds for each cell of the grid and its eight neighbours together. */
  kinds: Uint8Array
  /** 1 for cells that no pose brings the person into: they show the plate for ever. */
  still: Uint8Array
}

/** @param reach how far anything may move, pixels */
export function createPersonLayer(
  texture: YuvImage,
  plate: YuvImage,
  matte: Uint8Array,
  reach: number,
): PersonLayer {
  const { width, height } = texture
  const far = cellKinds(matte, width, height, Math.ceil(reach / CELL))
  return {
    texture: sampledImage(texture),
    plate,
    matte: sampledPlane(matte, width, height),
    chromaMatte: sampledPlane(halveMatte(matte, width, height), width / 2, height / 2),
    kinds: cellKinds(matte, width, height, 1),
    still: far.map((kind) => (kind === BACKGROUND ? 1 : 0)),
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

/** The kind of each cell together with all cells up to `near` away. */
function cellKinds(matte: Uint8Array, width: number, height: number, near: number): Uint8Array {
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
  const { columns, inverseX, inverseY } = grid
  const { kinds, still } = layer
  const first = MARGIN / CELL
  const lastColumn = first + frame.width / CELL
  const lastRow = first + frame.height / CELL
  for (let j = first; j < lastRow; j++) {
    for (let i = first; i < lastColumn; i++) {
      const q = j * columns + i
      if (still[q]) continue
      const r = q + columns
      const middleX = (inverseX[q] + inverseX[q + 1] + inverseX[r] + inverseX[r + 1]) / 4
      const middleY = (inverseY[q] + inverseY[q + 1] + inverseY[r] + inverseY[r + 1]) / 4
      const sourceColumn = (i + 0.5 - middleX / CELL) | 0
      const sourceRow = (j + 0.5 - middleY / CELL) | 0
      const kind = kinds[sourceRow * columns + sourceColumn]
      if (kind === PERSON) warpCell(layer.texture, grid, frame, i, j)
      else if (kind === EDGE) blendCell(layer, grid, frame, i, j)
      else copyCell(layer.plate, frame, i, j)
    }
  }
}

/** A cell that shows only background in this pose. */
function copyCell(plate: YuvImage, frame: YuvImage, i: number, j: number): void {
  copyBlock(plate.y, plate.width, frame.y, frame.width, i * CELL, j * CELL, MARGIN, CELL)
  const x = (i * CELL) / 2
  const y = (j * CELL) / 2
  copyBlock(plate.u, plate.width / 2, frame.u, frame.width / 2, x, y, MARGIN / 2, CELL / 2)
  copyBlock(plate.v, plate.width / 2, frame.v, frame.width / 2, x, y, MARGIN / 2, CELL / 2)
}

function copyBlock(
  from: Uint8Array,
  fromStride: number,
  to: Uint8Array,
  toStride: number,
  x: number,
  y: number,
  margin: number,
  size: number,
): void {
  for (let k = 0; k < size; k++) {
    const p = (y + k) * fromStride + x
    const o = (y + k - margin) * toStride + x - margin
    for (let n = 0; n < size; n++) to[o + n] = from[p + n]
  }
}

/**
 * Source coordinates across a cell, in 16.16 steps of pixels: at its left edge and per pixel to the right, each at
 * the top and per pixel down. Bilinear between the grid's four nodes.
 */
const source = { u: 0, uDown: 0, uRight: 0, uTwist: 0, v: 0, vDown: 0, vRight: 0, vTwist: 0 }

function setSource({ inverseX, inverseY, columns }: DisplacementGrid, i: number, j: number): void {
  const q = j * columns + i
  const r = q + columns
  const one = 65536
  const step = one / CELL
  source.u = (i * CELL - inverseX[q]) * one
  source.uDown = (inverseX[q] - inverseX[r]) * step
  source.uRight = one + (inverseX[q] - inverseX[q + 1]) * step
  source.uTwist = ((inverseX[r] - inverseX[r + 1] - inverseX[q] + inverseX[q + 1]) * step) / CELL
  source.v = (j * CELL - inverseY[q]) * one
  source.vDown = one + (inverseY[q] - inverseY[r]) * step
  source.vRight = (inverseY[q] - inverseY[q + 1]) * step
  source.vTwist = ((inverseY[r] - inverseY[r + 1] - inverseY[q] + inverseY[q + 1]) * step) / CELL
}

/** A cell that shows only the person. */
function warpCell(
  texture: SampledImage,
  grid: DisplacementGrid,
  frame: YuvImage,
  i: number,
  j: number,
): void {
  setSource(grid, i, j)
  const { u, uDown, uRight, uTwist, v, vDown, vRight, vTwist } = source
  const stride = texture.width
  const left = i * CELL - MARGIN
  const top = j * CELL - MARGIN
  const sourceY = texture.y
  const targetY = frame.y
  for (let k = 0; k < CELL; k++) {
    const down = k + 0.5
    const stepU = (uRight + uTwist * down) | 0
    const stepV = (vRight + vTwist * down) | 0
    // Samples sit at pixel centres, half a pixel into the cell and into the texture alike.
    let su = (u + uDown * down + stepU * 0.5 - 32768) | 0
    let sv = (v + vDown * down + stepV * 0.5 - 32768) | 0
    const end = (top + k) * frame.width + left + CELL
    for (let o = end - CELL; o < end; o++, su += stepU, sv += stepV) {
      targetY[o] = sample(sourceY, stride, su, sv)
    }
  }
  const { u: sourceU, v: sourceV } = texture
  const { u: targetU, v: targetV } = frame
  for (let k = 0; k < CELL; k += 2) {
    const down = k + 1
    const stepU = (uRight + uTwist * down) | 0
    const stepV = (vRight + vTwist * down) | 0
    let su = ((u + uDown * down + stepU) / 2 - 32768) | 0
    let sv = ((v + vDown * down + stepV) / 2 - 32768) | 0
    const end = (((top + k) / 2) * frame.width + left + CELL) / 2
    for (let o = end - CELL / 2; o < end; o++, su += stepU, sv += stepV) {
      targetU[o] = sample(sourceU, stride >> 1, su, sv)
      targetV[o] = sample(sourceV, stride >> 1, su, sv)
    }
  }
}

/** A cell that may show both: the person laid over the plate by the matte. */
function blendCell(layer: PersonLayer, grid: DisplacementGrid, frame: YuvImage, i: number, j: number): void {
  setSource(grid, i, j)
  const { texture, plate, matte, chromaMatte } = layer
  const stride = texture.width
  const half = stride / 2
  const left = i * CELL - MARGIN
  const top = j * CELL - MARGIN
  for (let k = 0; k < CELL; k++) {
    const still = (j * CELL + k) * stride + i * CELL
    setRow(k + 0.5, 1)
    blendRow(texture.y, plate.y, matte, stride, still, frame.y, (top + k) * frame.width + left, CELL)
  }
  for (let k = 0; k < CELL; k += 2) {
    const still = (((j * CELL + k) / 2) * stride + i * CELL) / 2
    const start = (((top + k) / 2) * frame.width + left) / 2
    setRow(k + 1, 2)
    blendRow(texture.u, plate.u, chromaMatte, half, still, frame.u, start, CELL / 2)
    blendRow(texture.v, plate.v, chromaMatte, half, still, frame.v, start, CELL / 2)
  }
}

/** One row of a cell in a plane: the first pixel's source and the step to the next. */
const row = { u: 0, v: 0, stepU: 0, stepV: 0 }

/** @param pixel pixels of the texture to one of the plane */
function setRow(down: number, pixel: number): void {
  row.stepU = (source.uRight + source.uTwist * down) | 0
  row.stepV = (source.vRight + source.vTwist * down) | 0
  row.u = ((source.u + source.uDown * down) / pixel + row.stepU * 0.5 - 32768) | 0
  row.v = ((source.v + source.vDown * down) / pixel + row.stepV * 0.5 - 32768) | 0
}

function blendRow(
  from: SampledPlane,
  plate: Uint8Array,
  matte: SampledPlane,
  stride: number,
  still: number,
  to: Uint8Array,
  start: number,
  count: number,
): void {
  const { stepU, stepV } = row
  let { u, v } = row
  for (let n = 0; n < count; n++, u += stepU, v += stepV) {
    const share = sample(matte, stride, u, v)
    let value = plate[still + n]
    if (share > 0) value += ((sample(from, stride, u, v) - value) * share * 257 + 32768) >> 16
    to[start + n] = value
  }
}
