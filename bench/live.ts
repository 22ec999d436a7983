/**
 * How soon `POST /v1/videos/stream` answers with something to see: from sending the request to its headers, the first
 * fragment and the end, over HTTP against a warm studio: `node --import ./bin/typescript.mjs bench/live.ts [ROUNDS]`.
 */
import { readFile } from 'node:fs/promises'
import { makeAccount } from '../e2e/support/account'
import { post } from '../e2e/support/api'
import { startStudio } from '../e2e/support/studio-process'
import { FragmentSplitter } from '../lib/engine/encode/fragment-splitter'
import { median } from './median'

const SENTENCE = 'Welcome to the studio, where a single photograph becomes a portrait that speaks to you. '
/** About 5, 10 and 50 seconds. */
const REPEATS = [1, 2, 10]

type Timing = { headers: number; fragment: number; end: number }

const rounds = Number(process.argv[2] ?? 5)
const portrait = await readFile('assets/samples/astronaut.png')
const studio = await startStudio()

/** A new picture each time, so that preparing it counts. */
async function watch(key: string, text: string): Promise<Timing> {
  const start = performance.now()
  const image = new Blob([portrait, `${start}`])
  const response = await post(studio.url, key, { image, text }, { path: '/v1/videos/stream' })
  const headers = performance.now() - start
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`)
  const splitter = new FragmentSplitter()
  const arrivals: number[] = []
  for await (const chunk of response.body) {
    for (const _ of splitter.push(chunk)) arrivals.push(performance.now() - start)
  }
  // The first piece is the initialisation segment.
  return { headers, fragment: arrivals[1], end: performance.now() - start }
}

try {
  const key = await makeAccount(studio.url)
  await watch(key, SENTENCE)
  console.log(`milliseconds, median of ${rounds}\n\ncharacters   headers   first fragment   end`)
  for (const repeats of REPEATS) {
    const text = SENTENCE.repeat(repeats)
    const timings: Timing[] = []
    for (let round = 0; round < rounds; round++) timings.push(await watch(key, text))
    const column = (read: (timing: Timing) => number) => median(timings.map(read)).toFixed(0)
    const [headers, fragment, end] = [
      column((t) => t.headers),
      column((t) => t.fragment),
      column((t) => t.end),
    ]
    console.log(
      `${`${text.length}`.padStart(10)} ${headers.padStart(9)} ${fragment.padStart(16)} ${end.padStart(5)}`,
    )
  }
} finally {
  await studio.dispose()
}
