/**
 * How soon a live stream begins, by the length of the speech: from calling `render` to the first fragment and to the
 * end, beside the same render without a live stream. A warm engine process; medians of interleaved rounds.
 *
 *     node --import ./bin/typescript.mjs bench/engine/first-fragment.ts [rounds]
 *
 * Each render gets a picture it has not seen, so that finding and preparing the face counts. A round draws 4½ minutes
 * of video, which takes half a minute on a quiet machine; each prints a line when it is done.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngineHost } from '@/lib/engine/process/host'
import type { Speech } from '@/lib/engine/types'
import { median } from '../median'

const SENTENCES = [
  'Welcome to the studio.',
  'My name is Ellen, and I would like to show you what a portrait can do.',
  'People move their lips, blow bubbles, and press them together.',
  'Everything you see was made right here.',
]
/** About 2, 11 and 56 seconds. */
const SENTENCE_COUNTS = [1, 4, 21]

type Timing = { first: number; total: number; seconds: number }
type Case = { name: string; speech: Speech; live: Timing[]; alone: Timing[] }

const rounds = Number(process.argv[2] ?? 3)
const dir = await mkdtemp(join(tmpdir(), 'bench-'))
const at = (name: string) => join(dir, name)
const engine = createEngineHost({ root: process.cwd(), cacheDir: dir, provenanceDir: dir })
const portrait = await readFile('assets/samples/astronaut.png')

try {
  engine.warm('render')
  const cases = (await Promise.all(SENTENCE_COUNTS.map(casesOf))).flat()
  for (let round = 0; round < rounds; round++) {
    for (const { speech, live, alone } of cases) {
      live.push(await render(speech, true))
      alone.push(await render(speech, false))
    }
    console.log(`round ${round + 1} of ${rounds}`)
  }
  console.log(`\nmilliseconds, median of ${rounds}\n`)
  console.log('speech                 first fragment    all, live    all, not live')
  for (const { name, live, alone } of cases) {
    const columns = [
      `${live[0].seconds.toFixed(1).padStart(8)} s`,
      milliseconds(live.map(({ first }) => first)).padStart(16),
      milliseconds(live.map(({ total }) => total)).padStart(13),
      milliseconds(alone.map(({ total }) => total)).padStart(17),
    ]
    console.log(`${name.padEnd(11)} ${columns.join('')}`)
  }
} finally {
  engine.stop()
  await rm(dir, { recursive: true })
}

/** The same words as a script and as a recording. */
async function casesOf(count: number): Promise<Case[]> {
  const text = Array.from({ length: count }, (_, i) => SENTENCES[i % SENTENCES.length]).join(' ')
  const path = at(`${count}.wav`)
  await engine.speak({ text, voice: 'default', format: 'wav', outPath: path })
  return [
    { name: 'script', speech: { kind: 'script', text, voice: 'default' }, live: [], alone: [] },
    { name: 'recording', speech: { kind: 'recording', path }, live: [], alone: [] },
  ]
}

async function render(speech: Speech, live: boolean): Promise<Timing> {
  const portraitPath = at('portrait.png')
  // Trailing bytes change the content's hash but not the picture.
  await writeFile(portraitPath, Buffer.concat([portrait, Buffer.from(`${performance.now()}`)]))
  const start = performance.now()
  const arrivals: number[] = []
  const { seconds } = await engine.render(
    {
      portraitPath,
      speech,
      size: '640x640',
      seed: 1,
      outPath: at('video.mp4'),
      posterPath: at('poster.jpg'),
    },
    { onFragment: live ? () => void arrivals.push(performance.now() - start) : undefined },
  )
  // The piece before the first fragment is the initialisation segment.
  return { first: arrivals[1], total: performance.now() - start, seconds }
}

function milliseconds(values: number[]): string {
  return median(values).toFixed(0)
}
