/**
 * What the engine's process keeps and grows to, job after job: its resident memory after each tenth of them, and the
 * most it ever held. Jobs differ in picture, size, voice and length; every third is from a recording.
 *
 *     node --import ./bin/typescript.mjs bench/engine/growth.ts [jobs]
 *
 * Linux only: memory is read from `/proc`. What ffmpeg takes while it runs is not in it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Size } from '@/lib/boson/schemas'
import { createEngineHost } from '@/lib/engine/process/host'
import type { Speech } from '@/lib/engine/types'

const SENTENCE = 'People move their lips, blow bubbles, and press them together. '
const VOICES = ['default', 'marcus', 'nora', 'jake', 'eleanor']
const SIZES: Size[] = ['640x640', '480x640', '640x480']

const jobs = Number(process.argv[2] ?? 100)
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const at = (name: string) => join(dir, name)
const engine = createEngineHost({ root: process.cwd(), cacheDir: dir, provenanceDir: dir })
const portrait = await readFile('assets/samples/astronaut.png')

try {
  await engine.speak({ text: SENTENCE.repeat(3), voice: 'nora', format: 'wav', outPath: at('recording.wav') })
  const pid = enginePid()
  console.log(`before the first job  ${megabytes(pid, 'VmRSS')} MB`)
  for (let i = 1; i <= jobs; i++) {
    await render(i)
    if (i % Math.ceil(jobs / 10) === 0) {
      console.log(
        `${String(i).padStart(4)} jobs  ${megabytes(pid, 'VmRSS')} MB, at most ${megabytes(pid, 'VmHWM')} MB`,
      )
    }
  }
} finally {
  engine.stop()
  await rm(dir, { recursive: true })
}

async function render(i: number): Promise<void> {
  // Trailing bytes change the content's hash but not the picture.
  await writeFile(at('portrait.png'), Buffer.concat([portrait, Buffer.from(`${i}`)]))
  const speech: Speech =
    i % 3 === 0
      ? { kind: 'recording', path: at('recording.wav') }
      : { kind: 'script', text: SENTENCE.repeat(1 + (i % 4)), voice: VOICES[i % VOICES.length] }
  await engine.render({
    portraitPath: at('portrait.png'),
    speech,
    size: SIZES[i % SIZES.length],
    seed: i,
    outPath: at('video.mp4'),
    posterPath: at('poster.jpg'),
  })
}

/** The host does not tell which process is the engine's: it is the child of this one that runs its main file. */
function enginePid(): string {
  const found = readdirSync('/proc').find((entry) => {
    if (!/^\d+$/.test(entry)) return false
    try {
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/status`, 'utf8'))?.[1])
      return (
        parent === process.pid && readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes('process/main.ts')
      )
    } catch {
      // Ended in the meantime.
      return false
    }
  })
  if (!found) throw new Error('The engine is not running.')
  return found
}

/** @param field `VmRSS`, what it holds now, or `VmHWM`, the most it ever held */
function megabytes(pid: string, field: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${pid}/status`, 'utf8'),
  )
  return Math.round(Number(kilobytes?.[1]) / 1024)
}
