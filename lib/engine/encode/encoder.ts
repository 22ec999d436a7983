import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { StudioError } from '@/lib/boson/errors'
import { FPS, type Sound } from '../types'
import { encoderArguments, SOUND_FD } from './encoder-arguments'
import { pcmBytes } from './pcm'

export type EncoderOptions = {
  ffmpeg: string
  width: number
  height: number
  /** How many frames will be written: the sound is cut or padded with silence to their length. */
  frames: number
  sound: Sound
  /** Written next to itself under a temporary name first: it exists only when whole. */
  outPath: string
  signal?: AbortSignal
}

/** An ffmpeg process that takes frames. Either `finish` or `discard` must be called. */
export type Encoder = {
  /**
   * Hands over one I420 frame and resolves when its buffer may be drawn into again. Waits while ffmpeg is behind.
   */
  write(frame: Uint8Array): Promise<void>
  /** Resolves when the MP4 lies at `outPath`. */
  finish(): Promise<void>
  /** Kills ffmpeg and removes what it wrote; harmless after `finish`. */
  discard(): Promise<void>
}

/** Bytes of ffmpeg's complaints kept for the log. */
const MAX_COMPLAINT = 4000

/** @throws StudioError `render_failed` from `write` and `finish` when ffmpeg dies; the signal's reason when aborted */
export function startEncoder(options: EncoderOptions): Encoder {
  const { width, height, frames, sound, outPath, signal } = options
  const partial = `${outPath}.part`
  const child = spawn(options.ffmpeg, encoderArguments(width, height, sound.sampleRate, partial), {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  })
  const stdin = writable(child.stdin)
  const soundPipe = writable(child.stdio[SOUND_FD])
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (cause) => reject(encodingFailed(cause)))
    child.once('close', (code, killedBy) => {
      if (code === 0) resolve()
      else reject(encodingFailed(new Error(`ffmpeg ended with ${killedBy ?? code}: ${complaint}`)))
    })
  })
  // Reported by whoever awaits `ended`; a broken pipe is only its echo.
  ended.catch(() => {})
  stdin.on('error', () => {})
  soundPipe.on('error', () => {})
  soundPipe.end(pcmBytes(sound, Math.round((frames * sound.sampleRate) / FPS)))
  const kill = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', kill, { once: true })

  async function settled(): Promise<void> {
    try {
      await ended
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    } finally {
      signal?.removeEventListener('abort', kill)
    }
  }

  return {
    async write(frame) {
      signal?.throwIfAborted()
      const taken = new Promise<boolean>((resolve) => stdin.write(frame, (error) => resolve(!error)))
      if (!(await taken)) {
        await settled()
        throw encodingFailed(new Error('ffmpeg stopped reading frames'))
      }
    },
    async finish() {
      stdin.end()
      await settled()
      await rename(partial, outPath)
    },
    async discard() {
      kill()
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
        await once(child, 'close')
      }
      signal?.removeEventListener('abort', kill)
      await rm(partial, { force: true })
    },
  }
}

function encodingFailed(cause: unknown): StudioError {
  return new StudioError('render_failed', 'The video could not be encoded. Try again.', { cause })
}

function writable(stream: unknown): Writable {
  if (stream && typeof stream === 'object' && 'write' in stream) return stream as Writable
  throw new TypeError('The encoder has no input pipe.')
}
