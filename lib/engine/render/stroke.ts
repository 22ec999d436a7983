import { smoothstep } from './curves'
import { MARGIN } from './framing'
import type { YuvImage } from './yuv-image'

export type YuvColour = { y: number; u: number; v: number }

/** A soft line: points in pixels of the texture, each with its opacity 0…1. */
export type Stroke = {
  count: number
  x: Float32Array
  y: Float32Array
  opacity: Float32Array
  /** Scratch: for each pixel around the line its squared distance from it, and the line's opacity there. */
  distances: Float64Array
  opacities: Float64Array
}

export function createStroke(count: number): Stroke {
  const column = () => new Float32Array(count)
  const scratch = new Float64Array(0)
  return { count, x: column(), y: column(), opacity: column(), distances: scratch, opacities: scratch }
}

/** Pixels of the frame, on even ones so that chroma samples are whole. */
type Box = { left: number; top: number; width: number; height: number }

/**
 * Draws a line over the frame, opaque in the middle and fading to nothing at `radius` pixels; opacity runs evenly
 * between points. Hides the hard edge where two lips or two lids meet.
 */
export function drawStroke(stroke: Stroke, radius: number, colour: YuvColour, frame: YuvImage): void {
  if (stroke.opacity.subarray(0, stroke.count).every((opacity) => opacity === 0)) return
  const box = boxAround(stroke, radius, frame)
  if (box.width <= 0 || box.height <= 0) return
  measure(stroke, radius, box)
  for (let y = 0; y < box.height; y += 2) {
    for (let x = 0; x < box.width; x += 2) {
      let sum = 0
      for (let n = 0; n < 4; n++) {
        const p = (y + (n >> 1)) * box.width + x + (n & 1)
        const opacity = stroke.opacities[p]
        if (opacity === 0) continue
        const share = opacity * smoothstep(radius, radius * 0.25, Math.sqrt(stroke.distances[p]))
        const o = (box.top + y + (n >> 1)) * frame.width + box.left + x + (n & 1)
        frame.y[o] += (colour.y - frame.y[o]) * share + 0.5
        sum += share
      }
      if (sum === 0) continue
      const o = (((box.top + y) >> 1) * frame.width + box.left + x) >> 1
      frame.u[o] += ((colour.u - frame.u[o]) * sum) / 4 + 0.5
      frame.v[o] += ((colour.v - frame.v[o]) * sum) / 4 + 0.5
    }
  }
}

function boxAround({ count, x, y }: Stroke, radius: number, frame: YuvImage): Box {
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  for (let i = 0; i < count; i++) {
    left = Math.min(left, x[i])
    right = Math.max(right, x[i])
    top = Math.min(top, y[i])
    bottom = Math.max(bottom, y[i])
  }
  const x0 = Math.max(0, Math.floor(left - radius - MARGIN) & ~1)
  const y0 = Math.max(0, Math.floor(top - radius - MARGIN) & ~1)
  const x1 = Math.min(frame.width, Math.ceil(right + radius - MARGIN + 1))
  const y1 = Math.min(frame.height, Math.ceil(bottom + radius - MARGIN + 1))
  return { left: x0, top: y0, width: (x1 - x0 + 1) & ~1, height: (y1 - y0 + 1) & ~1 }
}

/** Fills the scratch for a box: piece by piece of the line, and of the box only what lies near that piece. */
function measure(stroke: Stroke, radius: number, box: Box): void {
  const { count, x, y, opacity } = stroke
  const pixels = box.width * box.height
  if (stroke.distances.length < pixels) {
    stroke.distances = new Float64Array(pixels)
    stroke.opacities = new Float64Array(pixels)
  }
  const { distances, opacities } = stroke
  distances.fill(radius * radius, 0, pixels)
  opacities.fill(0, 0, pixels)
  // From corners of pixels of the texture to middles of pixels of the box.
  const acrossBox = -MARGIN - 0.5 - box.left
  const downBox = -MARGIN - 0.5 - box.top
  for (let i = 0; i + 1 < count; i++) {
    const ax = x[i] + acrossBox
    const ay = y[i] + downBox
    const dx = x[i + 1] - x[i]
    const dy = y[i + 1] - y[i]
    const squaredLength = dx * dx + dy * dy + 1e-9
    const left = Math.max(0, Math.ceil(Math.min(ax, ax + dx) - radius))
    const right = Math.min(box.width - 1, Math.floor(Math.max(ax, ax + dx) + radius))
    const top = Math.max(0, Math.ceil(Math.min(ay, ay + dy) - radius))
    const bottom = Math.min(box.height - 1, Math.floor(Math.max(ay, ay + dy) + radius))
    for (let v = top; v <= bottom; v++) {
      for (let u = left; u <= right; u++) {
        const along = ((u - ax) * dx + (v - ay) * dy) / squaredLength
        const t = along < 0 ? 0 : along > 1 ? 1 : along
        const ex = u - ax - dx * t
        const ey = v - ay - dy * t
        const squared = ex * ex + ey * ey
        const p = v * box.width + u
        if (squared >= distances[p]) continue
        distances[p] = squared
        opacities[p] = opacity[i] + (opacity[i + 1] - opacity[i]) * t
      }
    }
  }
}
