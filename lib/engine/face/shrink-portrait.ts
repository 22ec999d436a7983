import { readFile, writeFile } from 'node:fs/promises'
import type { Metadata } from 'sharp'
import type { Size } from '@/lib/boson/limits'
import type { Crop } from '@/lib/boson/schemas'
import { frameSize } from '../frame-size'
import { failToRead, openPicture, pixelsOf } from './picture'

/** What is sent has this much more than the video can show, for whoever moves the head about. */
const SPARE = 1.1
const JPEG_QUALITY = 90

/**
 * Writes an untrusted picture as small as it may be sent to whoever makes a video of a size from it: upright, covering
 * the video with a tenth to spare, never enlarged nor cut but to a crop, as JPEG, or as PNG where something shows through. Leaves
 * behind what a photo tells of its maker (place, camera). A picture that is all this already is copied if that
 * takes fewer bytes.
 *
 * @throws StudioError `invalid_image_format`, code `unreadable` or `too_large`
 */
export async function shrinkPortrait(
  path: string,
  size: Size,
  outPath: string,
  crop: Crop | null = null,
): Promise<{ contentType: 'image/jpeg' | 'image/png' }> {
  const original = await readFile(path)
  const { image, metadata } = await openPicture(original)
  const shown = frameSize(size)
  const part = pixelsOf(crop, metadata.autoOrient)
  const { width, height } = part
  const scale = Math.min(1, SPARE * Math.max(shown.width / width, shown.height / height))
  const isOpaque = !metadata.hasAlpha || (await image.stats().catch(failToRead)).isOpaque

  image.extract(part).resize({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    fit: 'fill',
  })
  const written = isOpaque ? image.jpeg({ quality: JPEG_QUALITY }) : image.png()
  const shrunk = await written.toColourspace('srgb').toBuffer().catch(failToRead)
  if (!crop && scale === 1 && canBeSent(metadata) && original.length <= shrunk.length) {
    await writeFile(outPath, original)
    return { contentType: metadata.format === 'png' ? 'image/png' : 'image/jpeg' }
  }
  await writeFile(outPath, shrunk)
  return { contentType: isOpaque ? 'image/jpeg' : 'image/png' }
}

/** Whether a file may go as it is: what everybody reads, and nothing in it but the picture. */
function canBeSent({ format, space, depth, pages, orientation, exif, xmp, iptc }: Metadata): boolean {
  const isPlain = (format === 'jpeg' || format === 'png') && space === 'srgb' && depth === 'uchar'
  return isPlain && (pages ?? 1) === 1 && (orientation ?? 1) === 1 && !exif && !xmp && !iptc
}
