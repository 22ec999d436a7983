/**
 * A picture in I420 (planar Y, then U and V at half resolution), BT.709 limited range: what the encoder takes.
 * Everything is drawn in it, plane by plane, so no frame is ever converted. Width and height are even.
 */
export type YuvImage = { width: number; height: number; y: Uint8Array; u: Uint8Array; v: Uint8Array }

/** The three planes of one buffer of `width * height * 3 / 2` bytes. */
export function yuvImage(
  width: number,
  height: number,
  bytes: Uint8Array = new Uint8Array((width * height * 3) / 2),
): YuvImage {
  const luma = width * height
  const chroma = luma / 4
  return {
    width,
    height,
    y: bytes.subarray(0, luma),
    u: bytes.subarray(luma, luma + chroma),
    v: bytes.subarray(luma + chroma),
  }
}

/** RGB 0…255 to limited-range luma, ITU-R BT.709 (Kr 0.2126, Kb 0.0722). */
export function luma(r: number, g: number, b: number): number {
  return 16 + 0.18259 * r + 0.61423 * g + 0.06201 * b
}

/** RGB 0…255 to limited-range blue difference. */
export function blueDifference(r: number, g: number, b: number): number {
  return 128 - 0.10064 * r - 0.33857 * g + 0.43922 * b
}

/** RGB 0…255 to limited-range red difference. */
export function redDifference(r: number, g: number, b: number): number {
  return 128 + 0.43922 * r - 0.39894 * g - 0.04027 * b
}

/** Converts three-byte RGB; each chroma sample is the mean of its four pixels. */
export function yuvFromRgb(rgb: Uint8Array, width: number, height: number): YuvImage {
  const image = yuvImage(width, height)
  for (let i = 0; i < width * height; i++) {
    image.y[i] = luma(rgb[i * 3], rgb[i * 3 + 1], rgb[i * 3 + 2]) + 0.5
  }
  for (let j = 0, c = 0; j < height; j += 2) {
    for (let i = 0; i < width; i += 2, c++) {
      const p = (j * width + i) * 3
      const q = p + width * 3
      const r = (rgb[p] + rgb[p + 3] + rgb[q] + rgb[q + 3]) / 4
      const g = (rgb[p + 1] + rgb[p + 4] + rgb[q + 1] + rgb[q + 4]) / 4
      const b = (rgb[p + 2] + rgb[p + 5] + rgb[q + 2] + rgb[q + 5]) / 4
      image.u[c] = blueDifference(r, g, b) + 0.5
      image.v[c] = redDifference(r, g, b) + 0.5
    }
  }
  return image
}

/** Back to three-byte RGB, chroma repeated: for the poster and for looking at frames. */
export function rgbFromYuv({ width, height, y, u, v }: YuvImage): Uint8ClampedArray {
  const rgb = new Uint8ClampedArray(width * height * 3)
  for (let j = 0, p = 0; j < height; j++) {
    const row = (j >> 1) * (width >> 1)
    for (let i = 0; i < width; i++, p++) {
      const l = 1.16438 * (y[p] - 16)
      const cb = u[row + (i >> 1)] - 128
      const cr = v[row + (i >> 1)] - 128
      rgb[p * 3] = l + 1.79274 * cr
      rgb[p * 3 + 1] = l - 0.21325 * cb - 0.53291 * cr
      rgb[p * 3 + 2] = l + 2.1124 * cb
    }
  }
  return rgb
}
