import { type Picture, rawPicture } from './picture'

/** Blur of what is made up beyond the picture's border, as a share of its longer side. */
const BLUR = 0.04

/**
 * Turns a picture clockwise by any angle about a point, which moves to the middle; the size stays. What comes from
 * beyond the border is the picture mirrored at it and blurred.
 *
 * @param angle radians
 */
export async function straightenPicture(
  picture: Picture,
  angle: number,
  centre: { x: number; y: number },
): Promise<Picture> {
  const { width, height } = picture
  const blurred = await rawPicture(picture)
    .blur(Math.max(1, BLUR * Math.max(width, height)))
    .raw()
    .toBuffer()
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const data = new Uint8Array(width * height * 3)
  for (let j = 0, o = 0; j < height; j++) {
    for (let i = 0; i < width; i++, o += 3) {
      const x = centre.x + (i - width / 2) * cos + (j - height / 2) * sin
      const y = centre.y - (i - width / 2) * sin + (j - height / 2) * cos
      const isInside = x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1
      copyPixel(isInside ? picture.data : blurred, picture, mirror(x, width), mirror(y, height), data, o)
    }
  }
  return { data, width, height }
}

/** Folds a coordinate back into 0…length − 1. */
function mirror(at: number, length: number): number {
  const last = Math.max(1, length - 1)
  const folded = Math.abs(at) % (2 * last)
  return Math.min(length - 1, folded > last ? 2 * last - folded : folded)
}

/** Bilinear. */
function copyPixel(
  from: Uint8Array,
  { width, height }: Picture,
  x: number,
  y: number,
  to: Uint8Array,
  o: number,
): void {
  const i = Math.min(width - 2, Math.floor(x))
  const j = Math.min(height - 2, Math.floor(y))
  const fx = x - i
  const fy = y - j
  const top = (j * width + i) * 3
  const bottom = top + width * 3
  for (let k = 0; k < 3; k++) {
    const upper = from[top + k] + (from[top + 3 + k] - from[top + k]) * fx
    const lower = from[bottom + k] + (from[bottom + 3 + k] - from[bottom + k]) * fx
    to[o + k] = upper + (lower - upper) * fy + 0.5
  }
}
