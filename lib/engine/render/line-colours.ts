import type { MeshPoints } from '../face/face-mesh'
import { LOWER_LIP_ROWS } from './face-geometry'
import type { YuvColour } from './stroke'
import type { YuvImage } from './yuv-image'

/** Brightness of the line between closed lips against the lip's own. */
const SEAM_SHADE = 0.5

/** Colour of the line between closed lips: the lower lip's, in shade. */
export function seamColour(image: YuvImage, points: MeshPoints): YuvColour {
  const lip = LOWER_LIP_ROWS[1].slice(2, -2).map((point) => colourAt(image, points, point))
  const mean = (of: (colour: YuvColour) => number) => lip.reduce((sum, c) => sum + of(c), 0) / lip.length
  return { y: 16 + (mean((c) => c.y) - 16) * SEAM_SHADE, u: mean((c) => c.u), v: mean((c) => c.v) }
}

/** Colour of the lashes: the darkest place of the upper lid's margin. */
export function lashColour(image: YuvImage, points: MeshPoints, margin: number[]): YuvColour {
  return margin
    .map((point) => colourAt(image, points, point))
    .reduce((darkest, colour) => (colour.y < darkest.y ? colour : darkest))
}

function colourAt({ width, height, y, u, v }: YuvImage, points: MeshPoints, point: number): YuvColour {
  const px = Math.max(0, Math.min(width - 1, Math.floor(points[point * 3])))
  const py = Math.max(0, Math.min(height - 1, Math.floor(points[point * 3 + 1])))
  const chroma = (py >> 1) * (width >> 1) + (px >> 1)
  return { y: y[py * width + px], u: u[chroma], v: v[chroma] }
}
