import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { StudioError } from '@/lib/boson/errors'
import { createFFmpegSandbox, SANDBOXED_FILM } from '../ffmpeg-sandbox'
import type { FilmSource, WorkOptions } from '../types'

export type FFmpegJob = {
  film: FilmSource
  /** Files that `options` name, by those names; a folder deep at most. */
  beside?: Record<string, Uint8Array>
  /** How the film is to be read. */
  reading?: string[]
  /** What is to be done with the film, which is input 0. */
  options: string[]
  /** Of what is made, as ffmpeg calls it. */
  format: string
  outPath: string
}

/** The file is held in the sandbox's memory; a minute of video takes some 5 MB. */
const MAX_BYTES = 256 * 1024 * 1024
/** Characters of ffmpeg's complaints kept for the log. */
const MAX_COMPLAINT = 4000

/**
 * Makes something of a film by ffmpeg. One of the engine's own is read by the binary, beside everything else; anybody
 * else's inside a WebAssembly sandbox, which is ten times slower and blocks the thread meanwhile.
 * @throws StudioError `render_failed` where nothing comes of it
 */
export async function runFFmpeg(ffmpeg: string, job: FFmpegJob, options: WorkOptions = {}): Promise<void> {
  try {
    await (job.film.own ? runBinary(ffmpeg, job, options) : runSandboxed(job))
  } catch (cause) {
    await rm(job.outPath, { force: true })
    if (options.signal?.aborted)
      throw new StudioError('cancelled', 'This file was stopped before it was made.')
    throw new StudioError('render_failed', 'This video could not be read.', { cause })
  }
}

async function runBinary(ffmpeg: string, job: FFmpegJob, options: WorkOptions): Promise<void> {
  const { beside } = job
  if (!beside) return runIn(undefined, ffmpeg, job, options)
  const folder = await mkdtemp(join(tmpdir(), 'film-'))
  try {
    for (const [name, bytes] of Object.entries(beside)) {
      await mkdir(join(folder, dirname(name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    await runIn(folder, ffmpeg, job, options)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runIn(
  cwd: string | undefined,
  ffmpeg: string,
  { film, reading = [], options, format, outPath }: FFmpegJob,
  { signal, onProgress }: WorkOptions,
): Promise<void> {
  const args = [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-progress', 'pipe:1'],
    ...[...reading, '-i', resolve(film.path)],
    ...[...options, '-f', format, resolve(outPath)],
  ]
  const child = spawn(ffmpeg, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd, signal, killSignal: 'SIGKILL' })
  child.stdout.on('data', (chunk: Buffer) => {
    const done = /out_time_ms=(\d+)/.exec(chunk.toString())
    if (done && film.seconds) onProgress?.(Math.min(1, Number(done[1]) / 1e6 / film.seconds))
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT)
  })
  const [code, killedBy] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${killedBy ?? code}: ${complaint}`)
}

async function runSandboxed({ film, beside = {}, reading = [], options, format, outPath }: FFmpegJob) {
  const bytes = await readFile(film.path)
  if (bytes.length > MAX_BYTES) throw new Error(`A film of ${bytes.length} bytes is too large to work on`)
  const sandbox = await createFFmpegSandbox()
  let complaint = ''
  sandbox.setLogger(({ message }) => {
    complaint = `${complaint}${message}\n`.slice(-MAX_COMPLAINT)
  })
  sandbox.FS.writeFile('film', bytes)
  for (const folder of new Set(Object.keys(beside).map(dirname))) if (folder !== '.') sandbox.FS.mkdir(folder)
  for (const [name, file] of Object.entries(beside)) sandbox.FS.writeFile(name, file)
  const code = sandbox.exec(
    ...[...SANDBOXED_FILM, ...reading, '-i', 'film'],
    ...[...options, '-f', format, 'made'],
  )
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${complaint}`)
  await writeFile(outPath, sandbox.FS.readFile('made'))
}
