/**
 * What a 10 s video costs: the encoder alone on ready frames against the whole job, interleaved, in one run.
 *
 *     node --import tsx --conditions=react-server bench/engine/job.ts [rounds] [size]
 *
 * Run it with `--expose-gc` to see whether memory grows from job to job.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { sizeSchema } from '@/lib/boson/schemas'
import { encoderArguments, SOUND_FD } from '@/lib/engine/encode/encoder-arguments'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { pcmBytes } from '@/lib/engine/encode/pcm'
import { createEngine } from '@/lib/engine/engine'
import { createSpeaker } from '@/lib/engine/speech/speak'
import { FPS, type Speech } from '@/lib/engine/types'

const SCRIPT =
  'Welcome to the studio. My name is Ellen, and I would like to show you what a portrait can do. ' +
  'People move their lips, blow bubbles, and press them together. Everything you see was made right here.'
const SECONDS = 10
const PORTRAIT = 'assets/samples/astronaut.png'

const rounds = Number(process.argv[2] ?? 5)
const size = sizeSchema.parse(process.argv[3] ?? '640x640')
const [width, height] = size.split('x').map(Number)
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const at = (name: string) => join(dir, name)
const engine = createEngine({ assetsDir: 'assets', cacheDir: dir })
const ffmpeg = await ffmpegPath(dir)

try {
  const sound = await createSpeaker({ voicesDir: 'assets/voices' }).speak(SCRIPT, {
    voice: 'default',
    seed: 1,
  })
  const pcm = pcmBytes(sound, SECONDS * sound.sampleRate)
  await writeFile(at('recording.wav'), Buffer.concat([wavHeader(pcm.length, sound.sampleRate), pcm]))
  const script: Speech = { kind: 'script', text: SCRIPT, voice: 'default' }
  const recording: Speech = { kind: 'recording', path: at('recording.wav') }

  console.log(`Cold, script: ${(await job(script)).milliseconds} ms`)
  await job(recording)
  const frames = await decodeFrames(at('job.mp4'))
  const table = { encoder: [] as number[], script: [] as number[], recording: [] as number[] }
  const stages = { script: [] as string[], recording: [] as string[] }
  for (let round = 0; round < rounds; round++) {
    table.encoder.push((await encodeAlone(frames, pcm, sound.sampleRate)) / (frames.length / FPS))
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
  const milliseconds = Math.round(performance.now() - start)
  const times = [...begun, ['done', milliseconds] as const]
  const marks = times.map(([stage, time]) => `${stage} ${time.toFixed(0)}`).join('  ')
  globalThis.gc?.()
  return { milliseconds, seconds, marks: `${marks}  (rss ${megabytes()} MB)` }
}

/** The same ffmpeg arguments on frames that are ready in memory; milliseconds. */
async function encodeAlone(frames: Buffer[], pcm: Buffer, soundRate: number): Promise<number> {
  const start = performance.now()
  const child = spawn(ffmpeg, encoderArguments(width, height, soundRate, at('alone.mp4')), {
    stdio: ['pipe', 'ignore', 'inherit', 'pipe'],
  })
  const soundPipe = child.stdio[SOUND_FD]
  if (!child.stdin || !soundPipe || !('end' in soundPipe)) throw new Error('no pipes')
  soundPipe.end(pcm)
  const closed = once(child, 'close')
  await pipeline(frames, child.stdin)
  await closed
  return performance.now() - start
}

/** The frames of a finished job, as raw I420. */
async function decodeFrames(path: string): Promise<Buffer[]> {
  const raw = at('frames.yuv')
  const child = spawn(
    ffmpeg,
    ['-v', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await pipeline(child.stdout, createWriteStream(raw))
  const bytes = await readFile(raw)
  await rm(raw)
  const frameBytes = (width * height * 3) / 2
  return Array.from({ length: bytes.length / frameBytes }, (_, i) =>
    bytes.subarray(i * frameBytes, (i + 1) * frameBytes),
  )
}

function wavHeader(bytes: number, rate: number): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + bytes, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate * 2, 28)
  header.writeUInt16LE(2, 32)
  header.writeUInt16LE(16, 34)
  header.write('data', 36)
  header.writeUInt32LE(bytes, 40)
  return header
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024)
}
