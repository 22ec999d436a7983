import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { StudioError } from '@/lib/boson/errors'
import { FPS, type TakeFragment } from '../types'
import { encoderArguments, SOUND_FD } from './encoder-arguments'
import { FragmentSplitter } from './fragment-splitter'
import { pcmBytes } from './pcm'

export type EncoderOptions = {
  ffmpeg: string
  width: number
  height: number
  /** Hz of the sound that will be added. */
  soundRate: number
  /** Written next to itself under a temporary name first: it exists only when whole. */
  outPath: string
  /** Seconds at which pictures begin that stand on their own, besides those the encoder chooses. */
  keyframes?: readonly number[]
  /** Takes a live stream of the same pictures and sound; ffmpeg waits for it. */
  onFragment?: TakeFragment
  signal?: AbortSignal
}

/** An ffmpeg process that takes frames. Either `finish` or `discard` must be called. */
export type Encoder = {
  /** Adds sound behind the sound so far, −1…1. It must be there before the frames that it is heard with. */
  addSound(samples: Float32Array): void
  /**
   * Hands over one I420 frame and resolves when its buffer may be drawn into again. Waits while ffmpeg is behind.
   */
  write(frame: Uint8Array): Promise<void>
  /** Pads the sound with silence to the length of the frames; resolves when the MP4 lies at `outPath`. */
  finish(): Promise<void>
  /** Kills ffmpeg and removes what it wrote; harmless after `finish`. */
  discard(): Promise<void>
}

/** @throws StudioError `render_failed` from `write` and `finish` when ffmpeg dies; the signal's reason when aborted */
export function startEncoder(options: EncoderOptions): Encoder {
  const { width, height, soundRate, outPath, keyframes, onFragment, signal } = options
  const partial = `${outPath}.part`
  const live = onFragment !== undefined
  const setup = { width, height, soundRate, outPath: partial, keyframes, live }
  const { child, ended } = startFfmpeg(options.ffmpeg, encoderArguments(setup), live)
  const framePipe = writable(child.stdin)
  const soundPipe = writable(child.stdio[SOUND_FD])
  const liveStream = child.stdout
  const streamed = liveStream && onFragment ? streamFragments(liveStream, onFragment) : Promise.resolve()
  let frames = 0
  let soundSamples = 0

  const kill = () => {
    child.kill('SIGKILL')
    // Else ffmpeg's end goes unnoticed until somebody has taken the last fragment.
    liveStream?.destroy()
  }
  signal?.addEventListener('abort', kill, { once: true })

  async function settled(): Promise<void> {
    try {
      await ended
      await streamed
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    } finally {
      signal?.removeEventListener('abort', kill)
    }
  }

  function addSound(samples: Float32Array): void {
    soundSamples += samples.length
    soundPipe.write(pcmBytes(samples))
  }

  return {
    addSound,
    async write(frame) {
      signal?.throwIfAborted()
      frames++
      const taken = new Promise<boolean>((resolve) => framePipe.write(frame, (error) => resolve(!error)))
      if (!(await taken)) {
        await settled()
        throw encodingFailed(new Error('ffmpeg stopped reading frames'))
      }
    },
    async finish() {
      addSound(new Float32Array(Math.max(0, Math.round((frames * soundRate) / FPS) - soundSamples)))
      soundPipe.end()
      framePipe.end()
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

/** Bytes of ffmpeg's complaints kept for the log. */
const MAX_COMPLAINT = 4000

/** @returns the process, and `ended`, which is rejected with a StudioError unless all went well */
function startFfmpeg(
  ffmpeg: string,
  args: string[],
  live: boolean,
): { child: ChildProcess; ended: Promise<void> } {
  const child = spawn(ffmpeg, args, { stdio: ['pipe', live ? 'pipe' : 'ignore', 'pipe', 'pipe'] })
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
  for (const pipe of child.stdio) pipe?.on('error', () => {})
  return { child, ended }
}

/**
 * Hands the live stream on piece by piece; while one is being taken, nothing is read. Whatever goes wrong ends the live
 * stream and nothing else: the rest is read and dropped, so that the file gets done.
 */
async function streamFragments(stream: Readable, onFragment: TakeFragment): Promise<void> {
  const splitter = new FragmentSplitter()
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      for (const piece of splitter.push(chunk)) await onFragment(piece)
    }
  } catch {
    stream.resume()
  }
}

function encodingFailed(cause: unknown): StudioError {
  return new StudioError('render_failed', 'The video could not be encoded. Try again.', { cause })
}

function writable(stream: unknown): Writable {
  if (stream && typeof stream === 'object' && 'write' in stream) return stream as Writable
  throw new TypeError('The encoder has no input pipe.')
}
