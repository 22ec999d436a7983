import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { StudioError } from '@/lib/boson/errors'
import { createFFmpegSandbox, type FFmpegSandbox, SANDBOXED_FILM } from '../ffmpeg-sandbox'

/** The file is held in the sandbox's memory; a minute of video takes some 5 MB. */
const MAX_BYTES = 256 * 1024 * 1024

/**
 * Writes the first picture of an MP4 that somebody else made, as a JPEG. Decoded inside a WebAssembly sandbox; blocks the
 * thread meanwhile (some 50 ms, the first time 0.5 s more).
 * @throws StudioError `render_failed` where there is no picture that can be shown
 */
export async function writeFirstFrame(videoPath: string, outPath: string): Promise<void> {
  const bytes = await readFile(videoPath)
  if (bytes.length > MAX_BYTES) throw noPicture()
  const picture = decodeFirstFrame(await createFFmpegSandbox(), bytes)
  try {
    await sharp(picture).jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toFile(outPath)
  } catch (cause) {
    throw noPicture(cause)
  }
}

/** @returns a PNG */
function decodeFirstFrame(sandbox: FFmpegSandbox, bytes: Uint8Array): Uint8Array {
  sandbox.setLogger(() => {})
  sandbox.FS.writeFile('video', bytes)
  try {
    sandbox.exec(
      ...[...SANDBOXED_FILM, '-i', 'video', '-map', '0:v:0', '-frames:v', '1'],
      ...['-c:v', 'png', '-f', 'image2', 'picture'],
    )
    return sandbox.FS.readFile('picture')
  } catch (cause) {
    throw noPicture(cause)
  }
}

function noPicture(cause?: unknown): StudioError {
  return new StudioError('render_failed', 'The finished video holds no picture that can be shown.', { cause })
}
