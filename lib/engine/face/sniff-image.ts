export type ImageFormat = 'png' | 'jpeg' | 'webp'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

/**
 * The format of a picture by its first bytes (12 suffice), never by its name; null for everything the engine
 * does not open, such as SVG, GIF, HEIC or PDF.
 */
export function sniffImage(bytes: Uint8Array): ImageFormat | null {
  if (holds(bytes, 0, PNG)) return 'png'
  if (holds(bytes, 0, JPEG)) return 'jpeg'
  if (holds(bytes, 0, RIFF) && holds(bytes, 8, WEBP)) return 'webp'
  return null
}

function holds(bytes: Uint8Array, offset: number, magic: number[]): boolean {
  return magic.every((value, i) => bytes[offset + i] === value)
}

const FTYP = [0x66, 0x74, 0x79, 0x70]
/** Brands of ISO files whose pictures are coded as HEVC films are. */
const HEVC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs']

/** Whether a picture is a HEIC photo, as iPhones take them, by its first bytes (64 suffice). */
export function isHeic(bytes: Uint8Array): boolean {
  if (!holds(bytes, 4, FTYP)) return false
  const brands = String.fromCharCode(...bytes.subarray(8, 64)).match(/.{4}/gs) ?? []
  return brands.some((brand) => HEVC_BRANDS.includes(brand))
}
