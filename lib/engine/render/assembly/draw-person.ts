/**
 * The person warped by the grid over the plate: draw-person.ts once more, the same to the bit, with four or eight
 * pixels at a time. In AssemblyScript; bin/prepare.ts builds it. Where everything lies in memory is set by
 * person-stage.ts through the exported variables, which bear the names of what they point to.
 */
import { fourFrom, fractions, gather, mix, offsets, rowShares, strides } from './sample'

const CELL: i32 = 8
/** One pixel in 16.16 fixed point. */
const ONE: i32 = 65536
const BACKGROUND: u8 = 0
const PERSON: u8 = 1
const EDGE: u8 = 2

/** Nodes of the grid in a row, and pixels: around the frame, of the frame, in a row of the texture. */
export let columns: i32 = 0
export let margin: i32 = 0
export let width: i32 = 0
export let height: i32 = 0
export let stride: i32 = 0

export let inverseX: usize = 0
export let inverseY: usize = 0
export let kinds: usize = 0
export let still: usize = 0
export let textureY: usize = 0
export let textureU: usize = 0
export let textureV: usize = 0
export let plateY: usize = 0
export let plateU: usize = 0
export let plateV: usize = 0
export let matte: usize = 0
export let chromaMatte: usize = 0

/** The planes of the frame being drawn. */
let frameY: usize = 0
let frameU: usize = 0
let frameV: usize = 0

/** Draws into the frame at an address, whose cells that show the plate are marked at `bare`. */
export function drawPerson(frame: usize, bare: usize): void {
  frameY = frame
  frameU = frameY + width * height
  frameV = frameU + (width * height) / 4
  const first = margin / CELL
  const lastColumn = first + width / CELL
  const lastRow = first + height / CELL
  for (let j = first; j < lastRow; j++) {
    for (let i = first; i < lastColumn; i++) {
      const q = j * columns + i
      if (load<u8>(still + q)) continue
      const sourceColumn = i32(f64(i) + 0.5 - middleOf(inverseX, q) / CELL)
      const sourceRow = i32(f64(j) + 0.5 - middleOf(inverseY, q) / CELL)
      const kind = load<u8>(kinds + sourceRow * columns + sourceColumn)
      if (kind == PERSON) warpCell(i, j)
      else if (kind == EDGE) blendCell(i, j)
      else if (!load<u8>(bare + q)) copyCell(i, j)
      store<u8>(bare + q, kind == BACKGROUND ? 1 : 0)
    }
  }
}

@inline
function nodeAt(values: usize, q: i32): f64 {
  return f64(load<f32>(values + (q << 2)))
}

/** Mean of a cell's four nodes. */
@inline
function middleOf(values: usize, q: i32): f64 {
  const r = q + columns
  return (nodeAt(values, q) + nodeAt(values, q + 1) + nodeAt(values, r) + nodeAt(values, r + 1)) / 4
}

/** The cell's source, as `source` in draw-person.ts. */
let u: i32, uDown: i32, uRight: i32, uTwist: i32
let v: i32, vDown: i32, vRight: i32, vTwist: i32

function setSource(i: i32, j: i32): void {
  const q = j * columns + i
  const r = q + columns
  const step = f64(ONE / CELL)
  const x = nodeAt(inverseX, q)
  const y = nodeAt(inverseY, q)
  const rightX = nodeAt(inverseX, q + 1)
  const rightY = nodeAt(inverseY, q + 1)
  const belowX = nodeAt(inverseX, r)
  const belowY = nodeAt(inverseY, r)
  u = i32((f64(i * CELL) - x) * ONE)
  uDown = i32((x - belowX) * step)
  uRight = i32(f64(ONE) + (x - rightX) * step)
  uTwist = i32(((belowX - nodeAt(inverseX, r + 1) - x + rightX) * step) / CELL)
  v = i32((f64(j * CELL) - y) * ONE)
  vDown = i32(f64(ONE) + (y - belowY) * step)
  vRight = i32((y - rightY) * step)
  vTwist = i32(((belowY - nodeAt(inverseY, r + 1) - y + rightY) * step) / CELL)
}

/** A row of the plane being drawn: the first pixel's source and the step to the next. */
let rowU: i32, rowV: i32, stepU: i32, stepV: i32

/** Offset in a luma plane of the frame to a cell's row, and in a chroma plane. */
@inline
function lumaAt(i: i32, j: i32, k: i32): i32 {
  return (j * CELL - margin + k) * width + i * CELL - margin
}

@inline
function chromaAt(i: i32, j: i32, k: i32): i32 {
  return (((j * CELL - margin) / 2 + k) * width + i * CELL - margin) / 2
}

/** The same in planes of the texture's size. */
@inline
function plateLumaAt(i: i32, j: i32, k: i32): i32 {
  return (j * CELL + k) * stride + i * CELL
}

@inline
function plateChromaAt(i: i32, j: i32, k: i32): i32 {
  return (((j * CELL) / 2 + k) * stride + i * CELL) / 2
}

/** Stores eight samples. */
@inline
function storeEight(to: usize, left: v128, right: v128): void {
  const words = i16x8.narrow_i32x4_u(left, right)
  v128.store_lane<u64>(to, i8x16.narrow_i16x8_u(words, words), 0)
}

/** Stores four samples in each of both chroma planes. */
@inline
function storeChroma(at: i32, us: v128, vs: v128): void {
  const words = i16x8.narrow_i32x4_u(us, vs)
  const bytes = i8x16.narrow_i16x8_u(words, words)
  v128.store_lane<u32>(frameU + at, bytes, 0)
  v128.store_lane<u32>(frameV + at, bytes, 1)
}

function warpCell(i: i32, j: i32): void {
  setSource(i, j)
  warpLuma(i, j)
  warpChroma(i, j)
}

function warpLuma(i: i32, j: i32): void {
  const strideAndOne = strides(stride)
  stepU = uRight + (uTwist >> 1)
  stepV = vRight + (vTwist >> 1)
  rowU = u + ((uDown + stepU - ONE) >> 1)
  rowV = v + ((vDown + stepV - ONE) >> 1)
  for (let k = 0; k < CELL; k++) {
    const us = fourFrom(rowU, stepU)
    const vs = fourFrom(rowV, stepV)
    const left = sampleFour(textureY, us, vs, strideAndOne)
    const right = sampleFour(textureY, fourOn(us, stepU), fourOn(vs, stepV), strideAndOne)
    storeEight(frameY + lumaAt(i, j, k), left, right)
    rowU += uDown + (uTwist >> 1)
    rowV += vDown + (vTwist >> 1)
    stepU += uTwist
    stepV += vTwist
  }
}

/** The next four coordinates. */
@inline
function fourOn(coordinates: v128, step: i32): v128 {
  return i32x4.add(coordinates, i32x4.splat(step << 2))
}

@inline
function sampleFour(plane: usize, us: v128, vs: v128, strideAndOne: v128): v128 {
  return mix(gather(plane, offsets(us, vs, strideAndOne)), fractions(us), rowShares(vs))
}

function warpChroma(i: i32, j: i32): void {
  const strideAndOne = strides(stride / 2)
  stepU = uRight + uTwist
  stepV = vRight + vTwist
  rowU = (u + uDown + stepU - ONE) >> 1
  rowV = (v + vDown + stepV - ONE) >> 1
  for (let k = 0; k < CELL / 2; k++) {
    const us = fourFrom(rowU, stepU)
    const vs = fourFrom(rowV, stepV)
    const at = offsets(us, vs, strideAndOne)
    const right = fractions(us)
    const rows = rowShares(vs)
    storeChroma(
      chromaAt(i, j, k),
      mix(gather(textureU, at), right, rows),
      mix(gather(textureV, at), right, rows),
    )
    rowU += uDown + uTwist
    rowV += vDown + vTwist
    stepU += 2 * uTwist
    stepV += 2 * vTwist
  }
}

function setRow(down: f64, pixel: f64): void {
  stepU = i32(f64(uRight) + f64(uTwist) * down)
  stepV = i32(f64(vRight) + f64(vTwist) * down)
  rowU = i32((f64(u) + f64(uDown) * down) / pixel + f64(stepU - ONE) / 2)
  rowV = i32((f64(v) + f64(vDown) * down) / pixel + f64(stepV - ONE) / 2)
}

function blendCell(i: i32, j: i32): void {
  setSource(i, j)
  blendLuma(i, j)
  blendChroma(i, j)
}

function blendLuma(i: i32, j: i32): void {
  const strideAndOne = strides(stride)
  for (let k = 0; k < CELL; k++) {
    setRow(f64(k) + 0.5, 1)
    const below = i16x8.extend_low_i8x16_u(v128.load_zero<u64>(plateY + plateLumaAt(i, j, k)))
    const us = fourFrom(rowU, stepU)
    const vs = fourFrom(rowV, stepV)
    const left = blendFour(us, vs, strideAndOne, i32x4.extend_low_i16x8_u(below))
    const rightBelow = i32x4.extend_high_i16x8_u(below)
    const right = blendFour(fourOn(us, stepU), fourOn(vs, stepV), strideAndOne, rightBelow)
    storeEight(frameY + lumaAt(i, j, k), left, right)
  }
}

@inline
function blendFour(us: v128, vs: v128, strideAndOne: v128, below: v128): v128 {
  const at = offsets(us, vs, strideAndOne)
  const right = fractions(us)
  const rows = rowShares(vs)
  return lay(mix(gather(textureY, at), right, rows), mix(gather(matte, at), right, rows), below)
}

function blendChroma(i: i32, j: i32): void {
  const strideAndOne = strides(stride / 2)
  for (let k = 0; k < CELL / 2; k++) {
    setRow(f64(2 * k + 1), 2)
    const us = fourFrom(rowU, stepU)
    const vs = fourFrom(rowV, stepV)
    const at = offsets(us, vs, strideAndOne)
    const right = fractions(us)
    const rows = rowShares(vs)
    const share = mix(gather(chromaMatte, at), right, rows)
    const here = plateChromaAt(i, j, k)
    storeChroma(
      chromaAt(i, j, k),
      lay(mix(gather(textureU, at), right, rows), share, loadFour(plateU + here)),
      lay(mix(gather(textureV, at), right, rows), share, loadFour(plateV + here)),
    )
  }
}

@inline
function loadFour(from: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load_zero<u32>(from)))
}

/** Lays values over others by their share of 255. */
@inline
function lay(values: v128, share: v128, below: v128): v128 {
  const change = i32x4.dot_i16x8_s(i32x4.sub(values, below), share)
  const times257 = i32x4.add(i32x4.shl(change, 8), change)
  return i32x4.add(below, i32x4.shr_s(i32x4.add(times257, i32x4.splat(32768)), 16))
}

/** A cell that shows only background in this pose. */
function copyCell(i: i32, j: i32): void {
  for (let k = 0; k < CELL; k++) {
    store<u64>(frameY + lumaAt(i, j, k), load<u64>(plateY + plateLumaAt(i, j, k)))
  }
  for (let k = 0; k < CELL / 2; k++) {
    const here = plateChromaAt(i, j, k)
    const at = chromaAt(i, j, k)
    store<u32>(frameU + at, load<u32>(plateU + here))
    store<u32>(frameV + at, load<u32>(plateV + here))
  }
}
