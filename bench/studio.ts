/**
 * What a video of about 10 s and one of about a minute cost from upload to playable, over HTTP against a running studio,
 * beside the encoder alone on the same frames; interleaved, in one run: `npm run bench [-- ROUNDS]`.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { makeAccount } from '../e2e/support/account'
import { bearer, createVideo, waitFor } from '../e2e/support/api'
import { startStudio } from '../e2e/support/studio-process'
import { prepareEncoder, runFfmpeg } from './engine/encoder-alone'
import { median } from './median'

const TEXT =
  'Welcome to the studio. My name is Ellen, and I would like to show you what a portrait can do. ' +
  'People move their lips, blow bubbles, and press them together. Everything you see was made right here.'

/** How often the text is said. */
const REPEATS = [1, 5]

const rounds = Number(process.argv[2] ?? 5)
const directory = await mkdtemp(join(tmpdir(), 'bench-studio-'))
const ffmpeg = await ffmpegPath(directory)
const portrait = await readFile('assets/samples/astronaut.png')
const studio = await startStudio()

type Run = { milliseconds: number; seconds: number; id: string }

/** From the first byte of the upload to the whole file in hand. A new picture each time, so that preparing it counts. */
async function job(key: string, speech: { text: string } | { audio: string }): Promise<Run> {
  const picture = new Blob([portrait, `${performance.now()}`])
  const start = performance.now()
  const { id } = await createVideo(studio.url, key, { image: picture, ...speech })
  const { status, seconds } = await waitFor(studio.url, key, id, undefined, 300)
  const content = await fetch(`${studio.url}/v1/videos/${id}/content`, { headers: bearer(key) })
  await writeFile(join(directory, 'job.mp4'), new Uint8Array(await content.arrayBuffer()))
  if (status !== 'completed' || !seconds) throw new Error(`The video ended as ${status}.`)
  return { milliseconds: performance.now() - start, seconds, id }
}

/** One row for the encoder alone and for each way to a video, milliseconds per second of video. */
async function measure(key: string, text: string): Promise<void> {
  const first = await job(key, { text })
  const video = join(directory, 'job.mp4')
  const encoder = await prepareEncoder({ ffmpeg, video, width: 640, height: 640, directory })
  const recording = join(directory, 'recording.mp3')
  await runFfmpeg(ffmpeg, '-i', video, '-vn', '-b:a', '96k', recording)
  await job(key, { audio: recording })
  const table: Record<string, number[]> = { 'encoder alone': [], 'from a script': [], 'from a recording': [] }
  for (let round = 0; round < rounds; round++) {
    table['encoder alone'].push((await encoder.encode()) / first.seconds)
    for (const [name, speech] of [
      ['from a script', { text }],
      ['from a recording', { audio: recording }],
    ] as const) {
      const { milliseconds, seconds } = await job(key, speech)
      table[name].push(milliseconds / seconds)
    }
  }
  const alone = median(table['encoder alone'])
  console.log(
    `\n${first.seconds.toFixed(1)} s at 640x640, upload to playable, ms per second of video, ${rounds} rounds`,
  )
  for (const [name, values] of Object.entries(table)) {
    const ratio = (median(values) / alone).toFixed(2)
    const all = values.map((value) => value.toFixed(0)).join(' ')
    console.log(`${name.padEnd(18)} ${median(values).toFixed(0).padStart(5)}  ×${ratio}  [${all}]`)
  }
}

try {
  const key = await makeAccount(studio.url)
  for (const repeats of REPEATS) await measure(key, Array(repeats).fill(TEXT).join(' '))
} finally {
  await studio.dispose()
  await rm(directory, { recursive: true, force: true })
}
