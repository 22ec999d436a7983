import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Picture } from '@/lib/engine/face/picture'

/** The pictures of a video of our own making, one after the other. A picture's bytes are its own. */
export async function* decodeFrames(
  ffmpeg: string,
  path: string,
  { width, height }: { width: number; height: number },
): AsyncGenerator<Picture> {
  const format = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-']
  const child = spawn(ffmpeg, ['-v', 'error', '-i', path, ...format], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const bytes = width * height * 3
  let frame = Buffer.alloc(bytes)
  let filled = 0
  for await (const chunk of child.stdout) {
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.copy(frame, filled, at)
      at += taken
      filled += taken
      if (filled < bytes) continue
      yield { data: frame, width, height }
      frame = Buffer.alloc(bytes)
      filled = 0
    }
  }
  const [code] = await closed
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}
