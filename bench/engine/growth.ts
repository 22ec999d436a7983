/**
 * What the engine's process keeps and grows to, job after job: its resident memory after each tenth of them, and the
 * most it ever held. Jobs differ in picture, size, voice and length; every third is from a recording.
 *
 *     node --import ./bin/typescript.mjs bench/engine/growth.ts [jobs]
 *
 * Linux only: memory is read from `/proc`. What ffmpeg takes while it runs is not in it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Size } from '@/lib/boson/limits'
import { createEngineHost } from '@/lib/engine/process/host'
import type { Speech } from '@/lib/engine/types'
import { engineMemory } from './engine-memory'

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
  const { megabytes } = engineMemory()
  console.log(`before the first job  ${megabytes('VmRSS')} MB`)
  for (let i = 1; i <= jobs; i++) {
    await render(i)
    if (i % Math.ceil(jobs / 10) === 0) {
      console.log(`${String(i).padStart(4)} jobs  ${megabytes('VmRSS')} MB, at most ${megabytes('VmHWM')} MB`)
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
