import { createHash } from 'node:crypto'
import { copyFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ERROR_STATUS } from '@/lib/boson/errors'
import { FakeBoson, type Film, labelled, voiceOfLabel } from '@/lib/boson/testing/fake-boson'
import { makeFilm } from '@/lib/boson/testing/film'
import { encodeWav } from '@/lib/engine/audio/wav'
import { seededRandom } from '@/lib/engine/motion/random'
import { env } from '@/lib/env'
import { assetKey, storage, temporaryDirectory, videoKey } from '@/lib/storage/files'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { runVideo } from '@/lib/videos/runner'
import { createBosonProvider } from '../boson'
import type { AvatarProvider } from '../provider'
import type { MediaTools } from './inputs'
import { isWholeMp4 } from './whole-mp4'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  Object.assign(process.env, { DATA_DIR: mkdtempSync(`${tmpdir()}/boson-faults-`), LOG_LEVEL: 'silent' })
})

/** A failure is found again by its seed; which job it is about is in its label. */
const SEED = 20261124
const JOBS = 240
const AT_ONCE = 40
const WORKERS = 5
/** Workers a job may lose; the next one is left in peace. */
const MOST_DEATHS = 6
const API_KEY = 'bai-fault-tests'
const LONG =
  'She sells sea shells by the sea shore, and the shells she sells are sea shells for sure. '.repeat(4)

const SETTINGS = {
  apiKey: API_KEY,
  videoModel: 'higgs-avatar-of-old',
  speechModel: 'higgs-tts-3',
  speechFirst: 'long' as const,
  patience: { firstMs: 2, longestMs: 20, totalMs: 5000, missingMs: 800 },
  pollMs: () => 5,
}

/** Nothing that takes long: what the engine does is tested with the engine. */
const tools: MediaTools = {
  async shrinkPortrait(file, _, out) {
    await copyFile(file, out)
    return { contentType: 'image/png' }
  },
  async convertRecording(file, out) {
    await copyFile(file, out)
    return { contentType: 'audio/wav', seconds: 1 }
  },
  firstFrame: (_, out) => writeFile(out, 'a picture'),
}

let postgres: TestDatabase
let team: TestTeam
let film: Film
let picture: Buffer
let fake: FakeBoson
/** Each as if in a process of its own: what one knows is unknown to the next. */
let workers: AvatarProvider[]

beforeAll(async () => {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
  ;[postgres, film, picture] = await Promise.all([startTestDatabase(), makeFilm(), plain.png().toBuffer()])
  team = await startTestTeam(postgres.database)
  fake = new FakeBoson({ apiKey: API_KEY, film, seed: SEED, faultiness: 0.35, timesWords: true })
  await fake.open()
  workers = Array.from({ length: WORKERS }, () =>
    createBosonProvider({ ...SETTINGS, baseUrl: fake.url }, tools),
  )
}, 90_000)

afterAll(async () => {
  await fake.close()
  await postgres.dispose()
  await rm(env.dataDir, { recursive: true, force: true })
})

type Case = {
  label: string
  id: string
  live: boolean
  random: () => number
  /** What excuses an end whose outcome is unknown. */
  disturbed: boolean
}

it('however the upstream fails, a video is ordered once and ends whole or with a reason', async () => {
  const cases = await Promise.all(Array.from({ length: JOBS }, (_, number) => insertCase(number)))
  const stop = new AbortController()
  const upheaval = upset(seededRandom(SEED), stop.signal)
  await atOnce(AT_ONCE, cases, live)
  stop.abort()
  await upheaval

  expect(fake.doubles).toEqual([])
  expect(await readdir(temporaryDirectory())).toEqual([])
  const ends = await Promise.all(cases.map(judge))
  // Not a test of nothing: most videos are finished, most requests are not the first of their kind.
  const share = (end: string) => ends.filter((each) => each === end).length / JOBS
  expect(share('completed')).toBeGreaterThan(0.5)
  for (const type of ['outcome_unknown', 'upstream_failed', 'insufficient_quota', 'unknown_voice'])
    expect(share(type), type).toBeGreaterThan(0)
  expect(fake.requests).toBeGreaterThan(JOBS * 5)
}, 120_000)

it('a worker that stops before anything was ordered gives the video back as if it had never begun', async () => {
  const quiet = new FakeBoson({ apiKey: API_KEY, film, seed: SEED, faultiness: 0 })
  await quiet.open()
  const stop = new AbortController()
  let stopsHere = true
  const maker = createBosonProvider(
    { ...SETTINGS, baseUrl: quiet.url },
    {
      ...tools,
      // The picture is made ready before the order is sent.
      async shrinkPortrait(...call) {
        if (stopsHere) stop.abort()
        return tools.shrinkPortrait(...call)
      },
    },
  )
  const { id } = await insertCase(JOBS)
  await runVideo(id, 'first', stop.signal, () => maker)
  expect(await row(id)).toMatchObject({
    status: 'in_progress',
    operation: null,
    attempts: 0,
    leaseOwner: null,
  })
  stopsHere = false
  await runVideo(id, 'second', new AbortController().signal, () => maker)
  expect(await row(id)).toMatchObject({ status: 'completed', attempts: 1 })
  await quiet.close()
})

async function insertCase(number: number): Promise<Case> {
  const label = `job-${number}`
  const random = seededRandom(SEED + number)
  const portraitId = await keep(labelled(picture, label), 'image')
  const live = random() < 0.5
  const isRecording = random() < 0.35
  const input = random() < 0.3 ? LONG : 'Hello there.'
  const recording = encodeWav({ samples: new Float32Array(2400).fill(number / JOBS), sampleRate: 24_000 })
  const id = await team.insertVideo({
    portraitId,
    live,
    ...(isRecording
      ? { recordingId: await keep(Buffer.from(recording), 'audio') }
      : { speech: { input, voice: voiceOfLabel(label) } }),
  })
  return { label, id, live, random, disturbed: false }
}

async function keep(bytes: Buffer, kind: 'image' | 'audio'): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = path.join(env.dataDir, sha256)
  await writeFile(file, bytes)
  await storage().putFile(assetKey(sha256), file, `${kind}/x`)
  const data = { teamId: team.teamId, sha256, kind, contentType: `${kind}/x`, bytes: bytes.length }
  return (await postgres.database.asset.create({ data })).id
}

/** Takes a video to its end through workers that stop, are stopped, or have it taken away, at any moment. */
async function live(it: Case): Promise<void> {
  const { id, random } = it
  for (let round = 0; ; round++) {
    const upheavals = fake.upheavals
    const worker = workers[Math.floor(random() * WORKERS)]
    const mishap = round < MOST_DEATHS ? random() : 1
    const stop = new AbortController()
    const run = runVideo(id, `${it.label}-${round}`, stop.signal, () => worker)
    if (mishap < 0.35) await Promise.race([sleep(random() * 60), run])
    if (mishap < 0.25) stop.abort()
    else if (mishap < 0.35) await takeAway(id)
    it.disturbed ||= mishap < 0.35
    if (mishap < 0.25 || mishap >= 0.35) await run
    it.disturbed ||= fake.upheavals !== upheavals
    const { status } = await row(id)
    if (status === 'completed' || status === 'failed') return run
  }
}

/** As if the worker had been silent for too long: the next one takes over while it is still at it. */
async function takeAway(id: string): Promise<void> {
  await postgres.database.video.updateMany({
    where: { id, status: { in: ['queued', 'in_progress'] } },
    data: { leaseOwner: null, leaseUntil: null },
  })
}

const row = (id: string) =>
  postgres.database.video.findUniqueOrThrow({ where: { id }, include: { fragments: true } })

/** Dies and comes back, over and over. */
async function upset(random: () => number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(300 + random() * 1200, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    await fake.close()
    await sleep(random() * 40)
    await fake.open()
  }
}

/** Holds the end of one job against what happened to it. Returns how it ended. */
async function judge({ label, id, live, disturbed }: Case): Promise<string> {
  const { status, errorType, errorMessage, leaseOwner, fragments } = await row(id)
  const fates = fake.fatesOf(label)
  const where = `${label}: ${status} ${errorType} ${errorMessage} (${[...fates]}${disturbed ? ', disturbed' : ''})`
  expect(leaseOwner, where).toBeNull()
  judgeStream(fragments, live, where)
  if (status === 'completed') {
    await judgeFile(id, where)
    return status
  }
  expect(status, where).toBe('failed')
  expect(Object.keys(ERROR_STATUS), where).toContain(errorType)
  expect(errorMessage, where).toMatch(/^[A-Z][^{}<]{15,400}\.\)?$/s)
  const reasons: Record<string, boolean> = {
    outcome_unknown: fates.has('lost') || disturbed,
    insufficient_quota: fates.has('quota'),
    invalid_image_format: fates.has('refused'),
    unknown_voice: fates.has('unknown_voice'),
    upstream_failed: fates.has('failed') || fates.has('forgotten') || fates.has('withheld'),
  }
  expect(reasons[errorType ?? ''], where).toBe(true)
  return errorType ?? ''
}

async function judgeFile(id: string, where: string): Promise<void> {
  const bytes = await buffer(await storage().read(videoKey(id)))
  if (bytes.equals(film.whole)) return
  // Withheld upstream, so put together from its live stream.
  const copy = await storage().localCopy(videoKey(id))
  expect(await isWholeMp4(copy.path), where).toBe(true)
  await copy.release()
  const { seconds } = await postgres.database.video.findUniqueOrThrow({ where: { id } })
  expect(seconds, where).toBeCloseTo(2, 1)
}

type Piece = { attempt: number; index: number; bytes: Uint8Array }

/** Of each attempt: the beginning of the film, and all of it where it was ended. */
function judgeStream(fragments: Piece[], live: boolean, where: string): void {
  if (!live) expect(fragments, where).toEqual([])
  for (const attempt of new Set(fragments.map((piece) => piece.attempt))) {
    const pieces = fragments.filter((piece) => piece.attempt === attempt).sort((a, b) => a.index - b.index)
    const come = Buffer.concat(pieces.map((piece) => piece.bytes))
    expect(film.live.subarray(0, come.length).equals(come), where).toBe(true)
    const isEnded = pieces.findIndex((piece) => piece.bytes.length === 0)
    if (isEnded >= 0) {
      expect(isEnded, where).toBe(pieces.length - 1)
      expect(come.length, where).toBe(film.live.length)
    }
  }
}

/** Runs `work` for each of `items`, so many at a time. */
async function atOnce<T>(count: number, items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items]
  const lane = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: count }, lane))
}
