import { SIZES, type Size } from '@/lib/boson/limits'

type Shape = { size: Size; width: number; height: number }

/** The three shapes a video can have, in pixels. */
export const SHAPES: Shape[] = SIZES.map((size) => ({ size, ...pixels(size) }))

/** Width and height of a size such as `640x480`; a square where it cannot be read. */
export function pixels(size: string): { width: number; height: number } {
  const [width, height] = size.split('x').map(Number)
  return width > 0 && height > 0 ? { width, height } : { width: 640, height: 640 }
}

/** Width over height. */
export function ratioOf(size: string): number {
  const { width, height } = pixels(size)
  return width / height
}
