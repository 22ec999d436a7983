/**
 * Whether estimates come true: jobs of varied length, kind, size and place in the queue on a running studio, each asked
 * how long it will take when it is created and when it is a quarter done, beside how long it took:
 * `node --import ./bin/typescript.mjs bench/estimates.ts [JOBS]`, 30 unless told otherwise. Six before them are what the
 * studio learns its pace from.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { SIZES } from '@/lib/boson/limits'
import { makeAccount } from '../e2e/support/account'
import { bearer, createVideo, getVideo, waitFor } from '../e2e/support/api'
import { startStudio } from '../e2e/support/studio-process'

const LEARNING = 6
const WITHIN = 0.25
/** Pages say whole seconds: nobody sees a difference of less. */
const UNSEEN_S = 0.5
const POLL_MS = 100
const SENTENCES = [
  'Welcome to the studio.',
  'My name is Ellen, and I would like to show you what a portrait can do.',
  'People move their lips, blow bubbles, and press them together.',
  'Everything you see was made right here.',
  'The new opening hours begin on Monday, and we hope to see you then.',
]
/** Sentences in a job, and jobs asked for at once: neither repeats with the other, nor with kinds and sizes. */
const LENGTHS = [1, 4, 2, 7, 3, 10, 5]
const AT_ONCE = [1, 2, 1, 3, 2, 4]

type Guess = { expected: number; took: number }
type Job = {
  kind: string
  size: string
  seconds: number
  before: number
  created: Guess
  quarter: Guess | null
}

const count = Number(process.argv[2] ?? 30)
const studio = await startStudio()

function script(n: number): string {
  const length = LENGTHS[n % LENGTHS.length]
  return Array.from({ length }, (_, i) => SENTENCES[(n + i) % SENTENCES.length]).join(' ')
}

/** What is said in the n-th job: every third speaks a recording, which an earlier one left behind. */
async function speechOf(n: number, key: string, made: string[]) {
  const earlier = made[(n * 5) % Math.max(1, made.length)]
  if (n % 3 !== 2 || !earlier) return { kind: 'script', speech: { text: script(n) } }
  const sound = await fetch(`${studio.url}/v1/videos/${earlier}/content?variant=audio`, {
    headers: bearer(key),
  })
  return { kind: 'recording', speech: { audio: await sound.blob() } }
}

/** Asks for a job and follows it to its end. */
async function follow(n: number, key: string, made: string[]): Promise<Job> {
  const { kind, speech } = await speechOf(n, key, made)
  const size = SIZES[n % SIZES.length]
  const { id } = await createVideo(studio.url, key, { ...speech, size })
  const first = await getVideo(studio.url, key, id)
  const asked = performance.now()
  let quarter: { expected: number; at: number } | null = null
  for (;;) {
    const video = await getVideo(studio.url, key, id)
    const now = performance.now()
    if (!quarter && video.progress >= 25 && video.seconds_left !== null)
      quarter = { expected: video.seconds_left, at: now }
    if (video.status === 'failed') throw new Error(video.error ?? 'a video failed')
    if (video.status === 'completed') {
      made.push(id)
      const since = (at: number) => (now - at) / 1000
      return {
        kind,
        size,
        seconds: video.seconds ?? 0,
        before: first.videos_before ?? 0,
        created: { expected: first.seconds_left ?? 0, took: since(asked) },
        quarter: quarter && { expected: quarter.expected, took: since(quarter.at) },
      }
    }
    await sleep(POLL_MS)
  }
}

async function run(jobs: number, from: number, key: string, made: string[]): Promise<Job[]> {
  const done: Job[] = []
  for (let n = 0; n < jobs; ) {
    const together = Math.min(AT_ONCE[done.length % AT_ONCE.length], jobs - n)
    const group: Promise<Job>[] = []
    // One after the other, so that each has its place in the queue.
    for (let i = 0; i < together; i++) {
      group.push(follow(from + n + i, key, made))
      await sleep(150)
    }
    done.push(...(await Promise.all(group)))
    n += together
  }
  return done
}

function share(guesses: (Guess | null)[]): string {
  const known = guesses.filter((guess) => guess !== null)
  const within = (seconds: number) =>
    known.filter(({ expected, took }) => Math.abs(expected - took) <= Math.max(WITHIN * took, seconds)).length
  return `${within(0)} of ${known.length} within ${WITHIN * 100} %, ${within(UNSEEN_S)} within that or half a second`
}

function words(guess: Guess | null): string {
  if (!guess) return '-'.padStart(21)
  const ratio = (guess.expected / guess.took).toFixed(2)
  return `${guess.expected.toFixed(1).padStart(6)} ${guess.took.toFixed(1).padStart(6)}  ×${ratio}`.padStart(
    21,
  )
}

try {
  const key = await makeAccount(studio.url)
  const made: string[] = []
  await waitFor(studio.url, key, (await createVideo(studio.url, key, { text: SENTENCES[0] })).id)
  await run(LEARNING, 0, key, made)
  const jobs = await run(count, LEARNING, key, made)
  console.log('speech     size     length  before   at Create: said, took      at a quarter: said, took')
  for (const { kind, size, seconds, before, created, quarter } of jobs)
    console.log(
      `${kind.padEnd(10)} ${size} ${seconds.toFixed(1).padStart(6)} ${String(before).padStart(6)}   ${words(created)}   ${words(quarter)}`,
    )
  console.log(`at Create: ${share(jobs.map(({ created }) => created))}`)
  console.log(`at a quarter: ${share(jobs.map(({ quarter }) => quarter))}`)
} finally {
  await studio.dispose()
}
