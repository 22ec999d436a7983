import sharp, { type Metadata, type Sharp } from 'sharp'
import { StudioError } from '@/lib/boson/errors'
import type { Crop } from '@/lib/boson/schemas'
import { sniffImage } from './sniff-image'

/** An upright picture in sRGB, three bytes a pixel, row by row. */
export type Picture = { data: Uint8Array; width: number; height: number }

/** Longest side the engine works on; larger pictures are reduced to it. */
const WORKING_SIDE = 1600

/** Largest picture opened at all: more than any camera phone's full resolution, less than a decompression bomb. */
const MAX_PIXELS = 120_000_000

/**
 * Opens an untrusted picture: PNG, JPEG or WebP by content, turned upright by its EXIF tag. Nothing is decoded yet:
 * what is wrong with its pixels shows when `image` is used.
 *
 * @throws StudioError `invalid_image_format`, code `unreadable` or `too_large`
 */
export async function openPicture(bytes: Uint8Array): Promise<{ image: Sharp; metadata: Metadata }> {
  if (!sniffImage(bytes)) {
    throw refusal(
      'unreadable',
      'This file is not a PNG, JPEG or WebP picture. Save the photo as one of these and try again.',
    )
  }
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata().catch(failToRead)
  if (metadata.width * metadata.height > MAX_PIXELS) {
    throw refusal('too_large', 'This picture has more than 120 megapixels. Save it smaller and try again.')
  }
  return {
    image: sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).autoOrient(),
    metadata,
  }
}

/**
 * Decodes an untrusted picture, or a part of it, transparency laid on grey, reduced to at most {@link WORKING_SIDE}
 * pixels a side.
 *
 * @throws StudioError as {@link openPicture}
 */
export async function decodePicture(
  bytes: Uint8Array,
  crop: Crop | null = null,
): Promise<Picture & { scale: number }> {
  const { image, metadata } = await openPicture(bytes)
  const part = pixelsOf(crop, metadata.autoOrient)
  const { data, info } = await image
    .extract(part)
    .flatten({ background: '#808080' })
    .toColourspace('srgb')
    .resize(WORKING_SIDE, WORKING_SIDE, { fit: 'inside', withoutEnlargement: true })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(failToRead)
  if (info.channels !== 3) failToRead(new Error(`expected 3 channels, got ${info.channels}`))
  return { data, width: info.width, height: info.height, scale: info.width / part.width }
}

/** A crop in whole pixels, at least one, inside the picture. */
export function pixelsOf(crop: Crop | null, { width, height }: { width: number; height: number }) {
  if (!crop) return { left: 0, top: 0, width, height }
  const [left, right] = inside(crop.x, crop.x + crop.width, width)
  const [top, bottom] = inside(crop.y, crop.y + crop.height, height)
  return { left, top, width: right - left, height: bottom - top }
}

function inside(from: number, to: number, length: number): [number, number] {
  const start = Math.max(0, Math.min(length - 1, Math.round(from * length)))
  return [start, Math.max(start + 1, Math.min(length, Math.round(to * length)))]
}

/** Turns a picture clockwise by whole quarters. */
export async function turnPicture(picture: Picture, quarters: number): Promise<Picture> {
  const { data, info } = await rawPicture(picture)
    .rotate(90 * quarters)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** A sharp pipeline that starts from decoded pixels. */
export function rawPicture(picture: Picture): Sharp {
  return sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
}

/** A refusal of the portrait: the request field is always `ref_image`. */
export function refusal(code: string, sentence: string, cause?: unknown): StudioError {
  return new StudioError('invalid_image_format', sentence, { param: 'ref_image', code, cause })
}

/** @throws StudioError for a picture that libvips stumbled over */
export function failToRead(cause: unknown): never {
  throw refusal(
    'unreadable',
    'This picture is damaged and cannot be opened. Export it again and try once more.',
    cause,
  )
}
