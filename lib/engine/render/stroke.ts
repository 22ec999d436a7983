import { smoothstep } from './curves'
import { MARGIN } from './framing'
import type { YuvImage } from './yuv-image'

export type YuvColour = { y: number; u: number; v: number }

/** A soft line: points in pixels of the texture, each with its opacity 0…1. */
export type Stroke = { count: number; x: Float32Array; y: Float32Array; opacity: Float32Array }

export function createStroke(count: number): Stroke {
  const column = () => new Float32Array(count)
  return { count, x: column(), y: column(), opacity: column() }
}

/**
 * Draws a line over the frame, opaque in the middle and fading to nothing at `radius` pixels; opacity runs evenly
 * between points. Hides the hard edge where two lips or two lids meet.
 */
export function drawStroke(stroke: Stroke, radius: number, colour: YuvColour, frame: YuvImage): void {
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  let most = 0
  for (let i = 0; i < stroke.count; i++) {
    most = Math.max(most, stroke.opacity[i])
    left = Math.min(left, stroke.x[i])
    right = Math.max(right, stroke.x[i])
    top = Math.min(top, stroke.y[i])
    bottom = Math.max(bottom, stroke.y[i])
  }
  if (most === 0) return
  const x0 = Math.max(0, Math.floor(left - radius - MARGIN) & ~1)
  const y0 = Math.max(0, Math.floor(top - radius - MARGIN) & ~1)
  const x1 = Math.min(frame.width, right + radius - MARGIN + 1)
  const y1 = Math.min(frame.height, bottom + radius - MARGIN + 1)
  for (let y = y0; y < y1; y += 2) {
    for (let x = x0; x < x1; x += 2) {
      let sum = 0
      for (let n = 0; n < 4; n++) {
        const px = x + (n & 1)
        const py = y + (n >> 1)
        const share = shareAt(stroke, px + MARGIN + 0.5, py + MARGIN + 0.5, radius)
        const o = py * frame.width + px
        frame.y[o] += (colour.y - frame.y[o]) * share + 0.5
        sum += share
      }
      if (sum === 0) continue
      const o = ((y >> 1) * frame.width + x) >> 1
      frame.u[o] += ((colour.u - frame.u[o]) * sum) / 4 + 0.5
      frame.v[o] += ((colour.v - frame.v[o]) * sum) / 4 + 0.5
    }
  }
}

/** Opacity of the line at a point: that of its nearest place, less with the distance. */
function shareAt(stroke: Stroke, px: number, py: number, radius: number): number {
  let nearest = radius * radius
  let opacity = 0
  for (let i = 0; i + 1 < stroke.count; i++) {
    const ax = stroke.x[i]
    const dx = stroke.x[i + 1] - ax
    if (Math.abs(px - ax - dx / 2) > radius + Math.abs(dx) / 2) continue
    const ay = stroke.y[i]
    const dy = stroke.y[i + 1] - ay
    if (Math.abs(py - ay - dy / 2) > radius + Math.abs(dy) / 2) continue
    const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy + 1e-9)
    const t = along < 0 ? 0 : along > 1 ? 1 : along
    const ex = px - ax - dx * t
    const ey = py - ay - dy * t
    const squared = ex * ex + ey * ey
    if (squared >= nearest) continue
    nearest = squared
    opacity = stroke.opacity[i] + (stroke.opacity[i + 1] - stroke.opacity[i]) * t
  }
  return opacity === 0 ? 0 : opacity * smoothstep(radius, radius * 0.25, Math.sqrt(nearest))
}
