import type { Size } from '@/lib/boson/limits'

/** Pixels of a size such as `640x480`. */
export function frameSize(size: Size): { width: number; height: number } {
  const [width, height] = size.split('x').map(Number)
  return { width, height }
}
