import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'
import ffprobeInstaller from '@ffprobe-installer/ffprobe'
import { z } from 'zod'
import type { Media } from './shared'
import { run } from './studio-process'

const exec = promisify(execFile)

const SENTENCE =
  'This is a recording. Somebody spoke it into a microphone, and now the picture says it again, word for word.'

/** The binaries' install scripts, which would set the bit, are often blocked. */
function executable(file: string): string {
  chmodSync(file, 0o755)
  return file
}

async function ffmpeg(...args: string[]): Promise<void> {
  await exec(executable(ffmpegInstaller.path), ['-v', 'error', '-y', ...args])
}

/** Real recordings in several formats; one that is too long and one that is silent. */
export async function makeMedia(directory: string): Promise<Media> {
  mkdirSync(directory, { recursive: true })
  const file = (name: string) => path.join(directory, name)
  const wav = file('speech.wav')
  const made = await run(['--import', './bin/typescript.mjs', 'e2e/support/make-recording.ts', SENTENCE, wav])
  if (made.code !== 0) throw new Error(made.stderr)
  await ffmpeg('-i', wav, '-b:a', '64k', file('speech.mp3'))
  await ffmpeg('-i', wav, '-c:a', 'aac', file('speech.m4a'))
  await ffmpeg('-stream_loop', '20', '-i', wav, '-t', '65', '-b:a', '48k', file('long.mp3'))
  await ffmpeg('-f', 'lavfi', '-i', 'anullsrc=r=24000:cl=mono', '-t', '3', file('silent.wav'))
  const { seconds } = await probe(wav)
  return {
    wav,
    mp3: file('speech.mp3'),
    m4a: file('speech.m4a'),
    long: file('long.mp3'),
    silent: file('silent.wav'),
    seconds,
  }
}

const probeSchema = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string(),
      profile: z.string().optional(),
      pix_fmt: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      r_frame_rate: z.string(),
      duration: z.coerce.number().optional(),
      start_time: z.coerce.number().optional(),
    }),
  ),
  format: z.object({ duration: z.coerce.number(), format_name: z.string() }),
})

export type Probe = {
  seconds: number
  video?: z.infer<typeof probeSchema>['streams'][number]
  audio?: z.infer<typeof probeSchema>['streams'][number]
}

/** What ffprobe says of a file. */
export async function probe(file: string): Promise<Probe> {
  const { stdout } = await exec(executable(ffprobeInstaller.path), [
    '-v',
    'error',
    '-show_streams',
    '-show_format',
    '-of',
    'json',
    file,
  ])
  const { streams, format } = probeSchema.parse(JSON.parse(stdout))
  const find = (type: string) => streams.find((stream) => stream.codec_type === type)
  return { seconds: format.duration, video: find('video'), audio: find('audio') }
}

/** Mean and peak volume in dBFS, as ffmpeg measures it: proof that there is sound. */
export async function loudness(file: string): Promise<{ mean: number; peak: number }> {
  const { stderr } = await exec(executable(ffmpegInstaller.path), [
    '-i',
    file,
    '-af',
    'volumedetect',
    '-vn',
    '-f',
    'null',
    '-',
  ])
  const value = (name: string) => Number(new RegExp(`${name}: (-?[\\d.]+) dB`).exec(stderr)?.[1])
  return { mean: value('mean_volume'), peak: value('max_volume') }
}

/** A second of a picture as a camera would show it, for Chromium's fake one. */
export async function makeCameraView(picture: string, file: string): Promise<string> {
  const view = ['-vf', 'scale=-2:480,pad=640:480:-1:-1', '-pix_fmt', 'yuvj420p', '-q:v', '3']
  await ffmpeg('-loop', '1', '-i', picture, '-t', '1', '-r', '10', ...view, '-f', 'mjpeg', file)
  return path.resolve(file)
}
