import sharp from 'sharp'

const LONG_SIDE = 320

/** Writes a picture of ours once more as a JPEG whose longer side has 320 pixels. */
export async function writeThumbnail(posterPath: string, outPath: string): Promise<void> {
  await sharp(posterPath)
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toFile(outPath)
}
