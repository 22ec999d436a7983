import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '@/lib/boson/errors'
import type { SpeechFormat } from '@/lib/boson/limits'

export type AudioFileOptions = {
  ffmpeg: string
  format: SpeechFormat
  /** Of the samples that come, in Hz. */
  sampleRate: number
  /** Written next to itself under a temporary name first: it exists only when whole. */
  outPath: string
  signal?: AbortSignal
}

/** Muxer, codec and quality of each format; speech of 24 kHz loses nothing audible at these rates. Opus knows 48 kHz only. */
const TARGETS: Readonly<Record<SpeechFormat, readonly string[]>> = {
  mp3: ['-c:a', 'libmp3lame', '-b:a', '96k', '-f', 'mp3'],
  opus: ['-c:a', 'libopus', '-b:a', '48k', '-ar', '48000', '-f', 'ogg'],
  aac: ['-c:a', 'aac', '-b:a', '96k', '-f', 'adts'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  wav: ['-c:a', 'pcm_s16le', '-f', 'wav'],
  pcm: ['-c:a', 'pcm_s16le', '-f', 's16le'],
}
/** Bytes of ffmpeg's complaints kept for the log. */
const MAX_COMPLAINT = 4000

/**
 * Writes mono sound to a file while it is made: asks for the next samples when ffmpeg has taken the ones before. The
 * same samples give the same file.
 * @param pcm signed 16-bit little-endian samples.
 * @throws StudioError `render_failed` where ffmpeg fails; whatever `pcm` throws; the signal's reason. Leaves no file then.
 */
export async function writeAudioFile(
  pcm: AsyncIterable<Uint8Array>,
  { ffmpeg, format, sampleRate, outPath, signal }: AudioFileOptions,
): Promise<void> {
  const partial = `${outPath}.part`
  const child = spawn(ffmpeg, audioArguments(format, sampleRate, partial), {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const closed = once(child, 'close')
  // Reported by whoever awaits it.
  closed.catch(() => {})
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT)
  })
  try {
    await pipeline(pcm, child.stdin, { signal }).catch((error: Error & { code?: string }) => {
      // ffmpeg stopped reading: why is known when it has ended.
      if (error.code !== 'EPIPE') throw error
    })
    const [code, killedBy] = await closed
    if (code !== 0) throw new Error(`ffmpeg ended with ${killedBy ?? code}: ${complaint}`)
    await rename(partial, outPath)
  } catch (error) {
    child.kill('SIGKILL')
    await closed.catch(() => {})
    await rm(partial, { force: true })
    signal?.throwIfAborted()
    if (error instanceof StudioError) throw error
    throw new StudioError('render_failed', 'The speech could not be written. Try again.', { cause: error })
  }
}

function audioArguments(format: SpeechFormat, sampleRate: number, outPath: string): string[] {
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...['-f', 's16le', '-ar', `${sampleRate}`, '-ac', '1', '-i', 'pipe:0'],
    ...['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ...TARGETS[format],
    outPath,
  ]
}
