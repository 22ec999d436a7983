import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { StudioError } from '@/lib/boson/errors'
import { createFFmpegSandbox, SANDBOXED_FILM } from '../ffmpeg-sandbox'
import type { FilmSource } from '../types'

export type FFmpegJob = {
  film: FilmSource
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
export async function runFFmpeg(ffmpeg: string, job: FFmpegJob): Promise<void> {
  try {
    await (job.film.own ? runBinary(ffmpeg, job) : runSandboxed(job))
  } catch (cause) {
    await rm(job.outPath, { force: true })
    throw new StudioError('render_failed', 'This video could not be read.', { cause })
  }
}

async function runBinary(ffmpeg: string, job: FFmpegJob): Promise<void> {
  const args = [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...[...(job.reading ?? []), '-i', job.film.path],
    ...[...job.options, '-f', job.format, job.outPath],
  ]
  const child = spawn(ffmpeg, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-MAX_COMPLAINT)
  })
  const [code, killedBy] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${killedBy ?? code}: ${complaint}`)
}

async function runSandboxed({ film, reading = [], options, format, outPath }: FFmpegJob) {
  const bytes = await readFile(film.path)
  if (bytes.length > MAX_BYTES) throw new Error(`A film of ${bytes.length} bytes is too large to work on`)
  const sandbox = await createFFmpegSandbox()
  let complaint = ''
  sandbox.setLogger(({ message }) => {
    complaint = `${complaint}${message}\n`.slice(-MAX_COMPLAINT)
  })
  sandbox.FS.writeFile('film', bytes)
  const code = sandbox.exec(
    ...[...SANDBOXED_FILM, ...reading, '-i', 'film'],
    ...[...options, '-f', format, 'made'],
  )
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${complaint}`)
  await writeFile(outPath, sandbox.FS.readFile('made'))
}
