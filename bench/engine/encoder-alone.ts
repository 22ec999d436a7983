import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { encoderArguments, SOUND_FD } from '@/lib/engine/encode/encoder-arguments'

/** The voices' own rate, so that the encoder's work is the same. */
const SOUND_RATE = 24000

export type EncoderSetup = { ffmpeg: string; video: string; width: number; height: number; directory: string }

/**
 * Decodes a finished video once; `encode` then does to its frames and sound what the engine's encoder did, with the
 * same arguments, and answers the milliseconds it took.
 */
export async function prepareEncoder({ ffmpeg, video, width, height, directory }: EncoderSetup) {
  const at = (name: string) => join(directory, name)
  await runFfmpeg(ffmpeg, '-i', video, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', at('frames.yuv'))
  await runFfmpeg(ffmpeg, '-i', video, '-f', 's16le', '-ar', `${SOUND_RATE}`, '-ac', '1', at('sound.pcm'))
  const frameBytes = (width * height * 3) / 2
  return {
    async encode(): Promise<number> {
      const start = performance.now()
      const setup = { width, height, soundRate: SOUND_RATE, outPath: at('alone.mp4'), live: false }
      const child = spawn(ffmpeg, encoderArguments(setup), { stdio: ['pipe', 'ignore', 'inherit', 'pipe'] })
      const soundPipe = child.stdio[SOUND_FD]
      if (!child.stdin || !soundPipe || !('end' in soundPipe)) throw new Error('no pipes')
      soundPipe.end(await readFile(at('sound.pcm')))
      const closed = once(child, 'close')
      await pipeline(createReadStream(at('frames.yuv'), { highWaterMark: frameBytes }), child.stdin)
      await closed
      return performance.now() - start
    },
  }
}

export async function runFfmpeg(ffmpeg: string, ...parameters: string[]): Promise<void> {
  const child = spawn(ffmpeg, ['-v', 'error', '-nostdin', '-y', ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}
