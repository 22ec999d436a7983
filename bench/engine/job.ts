/**
 * What a 10 s video costs: the encoder alone on ready frames against the whole job, interleaved, in one run.
 *
 *     node --import tsx --conditions=react-server bench/engine/job.ts [rounds] [size]
 *
 * Each job gets a picture it has not seen, so that finding and preparing the face counts.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sizeSchema } from '@/lib/boson/schemas'
import { encoderArguments, SOUND_FD } from '@/lib/engine/encode/encoder-arguments'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { createEngine } from '@/lib/engine/engine'
import type { Speech } from '@/lib/engine/types'

const SCRIPT =
  'Welcome to the studio. My name is Ellen, and I would like to show you what a portrait can do. ' +
  'People move their lips, blow bubbles, and press them together. Everything you see was made right here.'
/** The voices' own rate, so that the encoder's work is the same. */
const SOUND_RATE = 24000
const PORTRAIT = 'assets/samples/astronaut.png'

const rounds = Number(process.argv[2] ?? 5)
const size = sizeSchema.parse(process.argv[3] ?? '640x640')
const [width, height] = size.split('x').map(Number)
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const at = (name: string) => join(dir, name)
const engine = createEngine({ assetsDir: 'assets', cacheDir: dir, provenanceDir: dir })
const ffmpeg = await ffmpegPath(dir)

try {
  const script: Speech = { kind: 'script', text: SCRIPT, voice: 'default' }
  const cold = await job(script)
  console.log(`first job, cold        ${cold.marks}`)
  await ffmpegRun('-i', at('job.mp4'), '-f', 'rawvideo', '-pix_fmt', 'yuv420p', at('frames.yuv'))
  await ffmpegRun('-i', at('job.mp4'), '-f', 's16le', '-ar', `${SOUND_RATE}`, '-ac', '1', at('sound.pcm'))
  await ffmpegRun('-i', at('job.mp4'), '-vn', at('recording.wav'))
  const recording: Speech = { kind: 'recording', path: at('recording.wav') }
  await job(recording)

  const table = { encoder: [] as number[], script: [] as number[], recording: [] as number[] }
  const stages = { script: [] as string[], recording: [] as string[] }
  for (let round = 0; round < rounds; round++) {
    table.encoder.push((await encodeAlone()) / cold.seconds)
    for (const [name, speech] of [
      ['script', script],
      ['recording', recording],
    ] as const) {
      const { milliseconds, seconds, marks } = await job(speech)
      table[name].push(milliseconds / seconds)
      stages[name].push(marks)
    }
  }
  const encoder = median(table.encoder)
  console.log(`\n${size}, ${rounds} rounds, milliseconds per second of video (median, all)`)
  for (const [name, values] of Object.entries(table)) {
    const all = values.map((value) => value.toFixed(0)).join(' ')
    console.log(
      `${name.padEnd(10)} ${median(values).toFixed(0).padStart(5)}  ×${(median(values) / encoder).toFixed(2)}  [${all}]`,
    )
  }
  console.log(
    `\nstages of a script     ${stages.script.at(-1)}\nstages of a recording  ${stages.recording.at(-1)}`,
  )
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, now ${megabytes()} MB`)
} finally {
  await rm(dir, { recursive: true })
}

/** One whole job; a new portrait each time, so that preparing it counts. */
async function job(speech: Speech) {
  const start = performance.now()
  const begun = new Map<string, number>()
  const portraitPath = at('portrait.png')
  // Trailing bytes change the content's hash but not the picture.
  await writeFile(portraitPath, Buffer.concat([await readFile(PORTRAIT), Buffer.from(`${start}`)]))
  const { seconds } = await engine.render(
    { portraitPath, speech, size, seed: 1, outPath: at('job.mp4'), posterPath: at('job.jpg') },
    {
      onProgress({ stage }) {
        if (!begun.has(stage)) begun.set(stage, performance.now() - start)
      },
    },
  )
  const milliseconds = performance.now() - start
  const times = [...begun, ['done', milliseconds] as const]
  const marks = times.map(([stage, time]) => `${stage} ${time.toFixed(0)}`).join('  ')
  return { milliseconds, seconds, marks: `${marks}  (rss ${megabytes()} MB)` }
}

/** The same ffmpeg arguments on the same frames, which are ready; milliseconds. */
async function encodeAlone(): Promise<number> {
  const start = performance.now()
  const child = spawn(ffmpeg, encoderArguments(width, height, SOUND_RATE, at('alone.mp4')), {
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  })
  const soundPipe = child.stdio[SOUND_FD]
  if (!child.stdin || !soundPipe || !('end' in soundPipe)) throw new Error('no pipes')
  soundPipe.end(await readFile(at('sound.pcm')))
  const closed = once(child, 'close')
  const frameBytes = (width * height * 3) / 2
  await pipeline(createReadStream(at('frames.yuv'), { highWaterMark: frameBytes }), child.stdin)
  await closed
  return performance.now() - start
}

async function ffmpegRun(...parameters: string[]): Promise<void> {
  const child = spawn(ffmpeg, ['-v', 'error', '-nostdin', ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024)
}
