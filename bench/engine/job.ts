/**
 * What a 10 s video costs: the encoder alone on ready frames against the whole job, interleaved, in one run.
 *
 *     node --import tsx --conditions=react-server bench/engine/job.ts [rounds] [size]
 *
 * Each job gets a picture it has not seen, so that finding and preparing the face counts.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sizeSchema } from '@/lib/boson/schemas'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { createEngine } from '@/lib/engine/engine'
import type { Speech } from '@/lib/engine/types'
import { median } from '../median'
import { prepareEncoder, runFfmpeg } from './encoder-alone'

const SCRIPT =
  'Welcome to the studio. My name is Ellen, and I would like to show you what a portrait can do. ' +
  'People move their lips, blow bubbles, and press them together. Everything you see was made right here.'
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
  const encoder = await prepareEncoder({ ffmpeg, video: at('job.mp4'), width, height, directory: dir })
  await runFfmpeg(ffmpeg, '-i', at('job.mp4'), '-vn', at('recording.wav'))
  const recording: Speech = { kind: 'recording', path: at('recording.wav') }
  await job(recording)

  const table = { encoder: [] as number[], script: [] as number[], recording: [] as number[] }
  const stages = { script: [] as string[], recording: [] as string[] }
  for (let round = 0; round < rounds; round++) {
    table.encoder.push((await encoder.encode()) / cold.seconds)
    for (const [name, speech] of [
      ['script', script],
      ['recording', recording],
    ] as const) {
      const { milliseconds, seconds, marks } = await job(speech)
      table[name].push(milliseconds / seconds)
      stages[name].push(marks)
    }
  }
  const alone = median(table.encoder)
  console.log(`\n${size}, ${rounds} rounds, milliseconds per second of video (median, all)`)
  for (const [name, values] of Object.entries(table)) {
    const all = values.map((value) => value.toFixed(0)).join(' ')
    console.log(
      `${name.padEnd(10)} ${median(values).toFixed(0).padStart(5)}  ×${(median(values) / alone).toFixed(2)}  [${all}]`,
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

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024)
}
