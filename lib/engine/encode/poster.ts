import sharp from 'sharp'
import { rgbFromYuv, yuvImage } from '../render/yuv-image'

/** Writes one I420 frame as a JPEG. */
export async function writePoster(
  frame: Uint8Array,
  width: number,
  height: number,
  path: string,
): Promise<void> {
  const rgb = rgbFromYuv(yuvImage(width, height, frame))
  await sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toFile(path)
}
