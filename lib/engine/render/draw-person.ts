import { CELL, type SourceGrid } from './displacement-grid'
import { MARGIN } from './framing'
import { BACKGROUND, EDGE, PERSON } from './person-layer'
import { type SampledImage, type SampledPlane, sample } from './sampled-image'
import type { StagedLayer } from './staged-layer'
import type { YuvImage } from './yuv-image'

/** One pixel in 16.16 fixed point. */
const ONE = 65536

/**
 * A frame that is drawn into again and again: its bytes, their three planes, and which cells of the grid still show
 * the plate in it: 1.
 */
export type Canvas = { bytes: Uint8Array; image: YuvImage; bare: Uint8Array }

/** Copies the plate into a frame. Needed once: {@link drawPerson} leaves alone what has not changed since. */
export function drawPlate(layer: StagedLayer, { image: frame, bare }: Canvas): void {
  const { plate } = layer
  copyPlane(plate.y, plate.width, frame.y, frame.width, frame.height, MARGIN)
  copyPlane(plate.u, plate.width / 2, frame.u, frame.width / 2, frame.height / 2, MARGIN / 2)
  copyPlane(plate.v, plate.width / 2, frame.v, frame.width / 2, frame.height / 2, MARGIN / 2)
  bare.fill(1)
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

/**
 * Draws the person, displaced by the grid's inverse, into a frame that held the plate at first. Written once more with
 * SIMD in assembly/draw-person.ts: what changes here changes there.
 */
export function drawPerson(layer: StagedLayer, grid: SourceGrid, { image: frame, bare }: Canvas): void {
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
      else if (!bare[q]) copyCell(layer.plate, frame, i, j)
      bare[q] = kind === BACKGROUND ? 1 : 0
    }
  }
}

/** Tells that something was drawn into a frame over the person, pixels of the texture, and up to a cell around it. */
export function coverPlate({ columns, rows }: SourceGrid, { bare }: Canvas, box: Box): void {
  const left = Math.max(0, Math.floor(box.left / CELL) - 1)
  const right = Math.min(columns - 1, Math.floor((box.left + box.width) / CELL) + 1)
  const bottom = Math.min(rows - 1, Math.floor((box.top + box.height) / CELL) + 1)
  for (let j = Math.max(0, Math.floor(box.top / CELL) - 1); j <= bottom; j++) {
    bare.fill(0, j * columns + left, j * columns + right + 1)
  }
}

type Box = { left: number; top: number; width: number; height: number }

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
 * Source coordinates across a cell, bilinear between the grid's four nodes, as 16.16 integers: at its top left pixel
 * centre, and their change per pixel down, per pixel right, and of the latter per pixel down.
 */
const source = { u: 0, uDown: 0, uRight: 0, uTwist: 0, v: 0, vDown: 0, vRight: 0, vTwist: 0 }

function setSource({ inverseX, inverseY, columns }: SourceGrid, i: number, j: number): void {
  const q = j * columns + i
  const r = q + columns
  const step = ONE / CELL
  source.u = ((i * CELL - inverseX[q]) * ONE) | 0
  source.uDown = ((inverseX[q] - inverseX[r]) * step) | 0
  source.uRight = (ONE + (inverseX[q] - inverseX[q + 1]) * step) | 0
  source.uTwist = (((inverseX[r] - inverseX[r + 1] - inverseX[q] + inverseX[q + 1]) * step) / CELL) | 0
  source.v = ((j * CELL - inverseY[q]) * ONE) | 0
  source.vDown = (ONE + (inverseY[q] - inverseY[r]) * step) | 0
  source.vRight = ((inverseY[q] - inverseY[q + 1]) * step) | 0
  source.vTwist = (((inverseY[r] - inverseY[r + 1] - inverseY[q] + inverseY[q + 1]) * step) / CELL) | 0
}

/** A cell that shows only the person. */
function warpCell(texture: SampledImage, grid: SourceGrid, frame: YuvImage, i: number, j: number): void {
  setSource(grid, i, j)
  const left = i * CELL - MARGIN
  const top = j * CELL - MARGIN
  warpLuma(texture.y, texture.width, frame.y, top * frame.width + left, frame.width)
  const start = (top * frame.width) / 4 + left / 2
  warpChroma(texture.u, texture.v, texture.width / 2, frame.u, frame.v, start, frame.width / 2)
}

function warpLuma(
  from: SampledPlane,
  stride: number,
  to: Uint8Array,
  start: number,
  frameStride: number,
): void {
  const { uDown, uTwist, vDown, vTwist } = source
  let stepU = source.uRight + (uTwist >> 1)
  let stepV = source.vRight + (vTwist >> 1)
  // Samples sit at pixel centres, half a pixel into the cell and half a pixel into the texture alike.
  let u = source.u + ((uDown + stepU - ONE) >> 1)
  let v = source.v + ((vDown + stepV - ONE) >> 1)
  for (let k = 0; k < CELL; k++) {
    let su = u
    let sv = v
    for (let o = start; o < start + CELL; o++) {
      to[o] = sample(from, stride, su, sv)
      su += stepU
      sv += stepV
    }
    start += frameStride
    u += uDown + (uTwist >> 1)
    v += vDown + (vTwist >> 1)
    stepU += uTwist
    stepV += vTwist
  }
}

/** The same at half the size: a chroma pixel is two pixels wide, its centre one pixel into them. */
function warpChroma(
  fromU: SampledPlane,
  fromV: SampledPlane,
  stride: number,
  toU: Uint8Array,
  toV: Uint8Array,
  start: number,
  frameStride: number,
): void {
  const { uDown, uTwist, vDown, vTwist } = source
  let stepU = source.uRight + uTwist
  let stepV = source.vRight + vTwist
  let u = (source.u + uDown + stepU - ONE) >> 1
  let v = (source.v + vDown + stepV - ONE) >> 1
  for (let k = 0; k < CELL / 2; k++) {
    let su = u
    let sv = v
    for (let o = start; o < start + CELL / 2; o++) {
      toU[o] = sample(fromU, stride, su, sv)
      toV[o] = sample(fromV, stride, su, sv)
      su += stepU
      sv += stepV
    }
    start += frameStride
    u += uDown + uTwist
    v += vDown + vTwist
    stepU += 2 * uTwist
    stepV += 2 * vTwist
  }
}

/** A cell that may show both: the person laid over the plate by the matte. */
function blendCell(layer: StagedLayer, grid: SourceGrid, frame: YuvImage, i: number, j: number): void {
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
  row.u = ((source.u + source.uDown * down) / pixel + (row.stepU - ONE) / 2) | 0
  row.v = ((source.v + source.vDown * down) / pixel + (row.stepV - ONE) / 2) | 0
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
