import type { MeshPoints } from '../face/face-mesh'
import { clamp } from './curves'
import type { FaceGeometry } from './face-geometry'
import { displace, type FieldMotion, type FieldPoints, fieldPoints } from './motion-field'

/** Pixels between the nodes of the grid. */
export const CELL = 8

/** First source that has whole neighbours in luma and chroma planes alike, pixels. */
const FIRST = 1.25

/** A step of the inverse shorter than this, in pixels, ends it. */
const SETTLED = 0.04

/** Where each pixel comes from, sampled every CELL pixels over the texture. */
export type SourceGrid = {
  columns: number
  rows: number
  /** What is seen at a node comes from this far away, pixels: source = node − inverse. */
  inverseX: Float32Array
  inverseY: Float32Array
}

/** Displacement sampled every CELL pixels over the texture, and its inverse. */
export type DisplacementGrid = SourceGrid & {
  points: FieldPoints
  /** What lies at a node moves by this, pixels. */
  forwardX: Float32Array
  forwardY: Float32Array
}

export function createGrid(
  width: number,
  height: number,
  face: FaceGeometry,
  mesh: MeshPoints,
): DisplacementGrid {
  const columns = Math.ceil(width / CELL) + 1
  const rows = Math.ceil(height / CELL) + 1
  const nodes = columns * rows
  const xs = Float32Array.from({ length: nodes }, (_, i) => (i % columns) * CELL)
  const ys = Float32Array.from({ length: nodes }, (_, i) => Math.floor(i / columns) * CELL)
  const column = () => new Float32Array(nodes)
  return {
    columns,
    rows,
    points: fieldPoints(xs, ys, face, mesh),
    forwardX: column(),
    forwardY: column(),
    inverseX: column(),
    inverseY: column(),
  }
}

/** Fills the grid for one frame. Sources stay inside a texture of `width` × `height`, chroma planes included. */
export function moveGrid(
  grid: DisplacementGrid,
  motion: FieldMotion,
  face: FaceGeometry,
  width: number,
  height: number,
): void {
  const { columns, rows, forwardX, forwardY, inverseX, inverseY } = grid
  displace(grid.points, motion, face, forwardX, forwardY)
  const lastX = width - 4.5
  const lastY = height - 4.5
  for (let j = 0, i = 0; j < rows; j++) {
    for (let c = 0; c < columns; c++, i++) {
      const x = c * CELL
      const y = j * CELL
      invertAt(grid, i, x, y)
      inverseX[i] = x - clamp(x - inverseX[i], FIRST, lastX)
      inverseY[i] = y - clamp(y - inverseY[i], FIRST, lastY)
    }
  }
}

/**
 * Sets the inverse at a node: up to two steps of the fixed point u(x) = forward(x − u), since the field is smooth and
 * its steps are short. What {@link sampleGrid} does is written out here: both columns share the place and its weights.
 */
function invertAt(grid: DisplacementGrid, node: number, x: number, y: number): void {
  const { columns, rows, forwardX, forwardY } = grid
  let u = forwardX[node]
  let v = forwardY[node]
  for (let step = 0; step < 2; step++) {
    const across = clamp((x - u) / CELL, 0, columns - 1.001)
    const down = clamp((y - v) / CELL, 0, rows - 1.001)
    const i = across | 0
    const j = down | 0
    const fx = across - i
    const fy = down - j
    const q = j * columns + i
    const r = q + columns
    const upperX = forwardX[q] + (forwardX[q + 1] - forwardX[q]) * fx
    const lowerX = forwardX[r] + (forwardX[r + 1] - forwardX[r]) * fx
    const upperY = forwardY[q] + (forwardY[q + 1] - forwardY[q]) * fx
    const lowerY = forwardY[r] + (forwardY[r + 1] - forwardY[r]) * fx
    const nextU = upperX + (lowerX - upperX) * fy
    const nextV = upperY + (lowerY - upperY) * fy
    const change = Math.abs(nextU - u) + Math.abs(nextV - v)
    u = nextU
    v = nextV
    if (change < SETTLED) break
  }
  grid.inverseX[node] = u
  grid.inverseY[node] = v
}

/** Bilinear value of a grid's column at a point of the texture. */
export function sampleGrid(grid: DisplacementGrid, values: Float32Array, x: number, y: number): number {
  const { columns, rows } = grid
  const u = clamp(x / CELL, 0, columns - 1.001)
  const v = clamp(y / CELL, 0, rows - 1.001)
  const i = u | 0
  const j = v | 0
  const fx = u - i
  const fy = v - j
  const q = j * columns + i
  const upper = values[q] + (values[q + 1] - values[q]) * fx
  const lower = values[q + columns] + (values[q + columns + 1] - values[q + columns]) * fx
  return upper + (lower - upper) * fy
}
