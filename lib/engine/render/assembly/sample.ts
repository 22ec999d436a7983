/**
 * Bilinear samples of packed planes (sampled-image.ts), four at a time: the same as its `sample`, to the bit. Source
 * coordinates are lanes of 16.16 fixed point.
 */

/** Four coordinates from `start` on, each `step` further. */
@inline
export function fourFrom(start: i32, step: i32): v128 {
  return i32x4.add(i32x4.splat(start), i32x4.mul(i32x4.splat(step), i32x4(0, 1, 2, 3)))
}

/** What `offsets` wants to know of a plane: its row's length beside 1, as pairs of 16-bit factors. */
@inline
export function strides(stride: i32): v128 {
  return i32x4.splat((stride << 16) | 1)
}

/** Bytes from a plane's beginning to the words of four samples. */
@inline
export function offsets(u: v128, v: v128, strides: v128): v128 {
  const columnsAndRows = v128.or(i32x4.shr_u(u, 16), v128.and(v, i32x4.splat(0xffff0000)))
  return i32x4.shl(i32x4.dot_i16x8_s(columnsAndRows, strides), 2)
}

/** The words of four samples: WebAssembly has no gathering load. */
@inline
export function gather(plane: usize, at: v128): v128 {
  let four = v128.load_zero<u32>(plane + i32x4.extract_lane(at, 0))
  four = v128.load_lane<u32>(plane + i32x4.extract_lane(at, 1), four, 1)
  four = v128.load_lane<u32>(plane + i32x4.extract_lane(at, 2), four, 2)
  return v128.load_lane<u32>(plane + i32x4.extract_lane(at, 3), four, 3)
}

/** Eight bits of fraction of each lane, in both its halves: the right column's share of 256. */
@inline
export function fractions(coordinates: v128): v128 {
  return i8x16.swizzle(coordinates, i8x16(1, -1, 1, -1, 5, -1, 5, -1, 9, -1, 9, -1, 13, -1, 13, -1))
}

/** Shares of the upper row in the lower half of each lane, and of the lower row in the upper half, of 256. */
@inline
export function rowShares(v: v128): v128 {
  // The lower halves become 256 − f as ~f + 257.
  return i16x8.add(v128.xor(fractions(v), i32x4.splat(0xffff)), i32x4.splat(257))
}

/** Four samples, 0…255, of the words that hold their neighbours. */
@inline
export function mix(four: v128, right: v128, rows: v128): v128 {
  const lefts = i16x8.mul(v128.and(four, i32x4.splat(0xff00ff)), i16x8.sub(i16x8.splat(256), right))
  const rights = i16x8.mul(i16x8.shr_u(four, 8), right)
  const upperAndLower = i16x8.shr_u(i16x8.add(i16x8.add(lefts, rights), i16x8.splat(128)), 8)
  return i32x4.shr_u(i32x4.add(i32x4.dot_i16x8_s(upperAndLower, rows), i32x4.splat(128)), 8)
}
