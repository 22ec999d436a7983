import { SIZES, type Size } from '@/lib/boson/schemas'

type Shape = { size: Size; name: string; alias: string | null; width: number; height: number }

/** `alias` is what printers and cameras call a shape; said to those who cannot see it drawn. */
const NAMES: Record<Size, Pick<Shape, 'name' | 'alias'>> = {
  '640x640': { name: 'Square', alias: null },
  '640x480': { name: 'Wide', alias: 'landscape' },
  '480x640': { name: 'Tall', alias: 'portrait' },
}

/** The three shapes a video can have, in pixels. */
export const SHAPES: Shape[] = SIZES.map((size) => ({ size, ...NAMES[size], ...pixels(size) }))

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
