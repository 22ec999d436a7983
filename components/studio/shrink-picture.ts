/** Longest side of a picture that travels: more than the engine or any upstream looks at. */
const LONGEST_SIDE = 2048
const MOST_BYTES = 8_000_000
const QUALITY = 0.92
/** What the studio takes as it is. */
const TAKEN = ['image/jpeg', 'image/png', 'image/webp']

/**
 * A picture as small as it needs to be before it is sent: upright, at most {@link LONGEST_SIDE} pixels a side, never
 * enlarged, in a format the studio takes. Decoding and scaling happen off the main thread. What this browser cannot
 * open stays as it is: the studio says what is wrong with it.
 */
export async function shrinkPicture(file: File): Promise<File> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = bitmap
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
    if (scale === 1 && TAKEN.includes(file.type) && file.size <= MOST_BYTES) {
      bitmap.close()
      return file
    }
    const small = await createImageBitmap(bitmap, {
      resizeWidth: Math.max(1, Math.round(width * scale)),
      resizeHeight: Math.max(1, Math.round(height * scale)),
      resizeQuality: 'high',
    })
    bitmap.close()
    return await encode(small, file)
  } catch {
    return file
  }
}

/** JPEG stays JPEG; whatever may be transparent becomes WebP, or PNG in a browser that writes none. */
async function encode(bitmap: ImageBitmap, { name, type, lastModified }: File): Promise<File> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const wanted = type === 'image/jpeg' ? type : 'image/webp'
  const blob = await canvas.convertToBlob({ type: wanted, quality: QUALITY })
  const extension = blob.type.slice('image/'.length).replace('jpeg', 'jpg')
  return new File([blob], `${name.replace(/\.\w+$/, '')}.${extension}`, { type: blob.type, lastModified })
}
