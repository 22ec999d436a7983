import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { FakeBoson } from '@/lib/boson/testing/fake-boson'
import { makeFilm } from '@/lib/boson/testing/film'
import { env } from '@/lib/env'
import { nudge } from '@/lib/queue/queue'
import { assetKey, storage } from '@/lib/storage/files'
import { startTestPostgres, type TestPostgres } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { createBosonProvider } from '../boson'
import { engine } from '../engine'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  Object.assign(process.env, { DATA_DIR: mkdtempSync(`${tmpdir()}/boson-canary-`) })
})

const KEY = 'bai-canary-3f9c1d7e5b'
/** As it might be written down: as it is, or in base64 at any offset. */
const FORMS = [KEY, ...[0, 1, 2].map((skip) => insideBase64(KEY, skip))]
const FAILED = { end: 'failed' as const, error: 'CUDA error: out of memory' }
const COMPLETED = { end: 'completed' as const, error: null }

let postgres: TestPostgres
let team: TestTeam
let upstreams: FakeBoson[]
let portraitId: string

beforeAll(async () => {
  const film = await makeFilm()
  postgres = await startTestPostgres()
  team = await startTestTeam(postgres.database)
  portraitId = await keepPortrait()
  const common = { film, seed: 7, aside: ` (You sent ${KEY}.)` }
  // One that knows the key, and one that does not.
  upstreams = [
    new FakeBoson({ ...common, apiKey: KEY, faultiness: 0.3 }),
    new FakeBoson({ ...common, apiKey: 'bai-another', faultiness: 0 }),
  ]
  for (const upstream of upstreams) await upstream.open()
  upstreams[0]?.ends.set('none', [FAILED, COMPLETED, FAILED, COMPLETED, COMPLETED, COMPLETED])
}, 90_000)

afterAll(async () => {
  for (const upstream of upstreams) await upstream.close()
  await postgres.dispose()
  await rm(env.dataDir, { recursive: true, force: true })
})

it('the key is in nothing that a worker prints, stores or answers, whatever the upstream says', async () => {
  const outputs: string[] = []
  for (const upstream of upstreams) {
    const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => order(i)))
    outputs.push(await work(upstream.url, ids))
  }
  const rows = await everyRow()
  const output = outputs.join('\n')

  // They have said what there was to say: the key is absent from something, not from nothing.
  expect(output).toContain('worker ready')
  expect(output).toContain('does not accept the key of this studio')
  expect(rows).toContain('does not accept the key of this studio')
  expect(rows).toContain('You sent [key].')
  expect(rows).toContain('completed')
  expect(upstreams[0]?.accepted.length).toBeGreaterThan(3)
  for (const form of FORMS) {
    expect(output).not.toContain(form)
    expect(rows).not.toContain(form)
  }
  expect(await filesWith(FORMS, env.dataDir)).toEqual([])
  expect(await filesWith(FORMS, postgres.directory)).toEqual([])
}, 90_000)

it('the key is in no error, however closely one looks at it', async () => {
  const speech = {
    text: 'Hello.',
    voice: 'default',
    reference: null,
    pronunciations: [],
    format: 'mp3' as const,
  }
  const errors: unknown[] = []
  for (const upstream of upstreams) {
    const settings = { ...env.boson, apiKey: KEY, baseUrl: upstream.url }
    const patience = { firstMs: 1, longestMs: 10, totalMs: 500, missingMs: 0 }
    const maker = createBosonProvider({ ...settings, patience }, engine())
    const refused = (wrong: unknown) => {
      errors.push(wrong)
    }
    const { signal } = new AbortController()
    for (let i = 0; i < 60; i++) {
      const asked = { ...speech, stream: false, timestamps: i % 2 > 0 }
      await maker.speak(asked, signal).then(({ audio }) => audio.destroy(), refused)
    }
    await maker.content({ id: 'video_0' }, signal).catch(refused)
  }
  expect(errors.length).toBeGreaterThan(20)
  const seen = errors.map((error) => inspect(error, { depth: 20, showHidden: true })).join('\n')
  expect(seen).toContain('outcome_unknown')
  expect(seen).toContain('You sent [key].')
  for (const form of FORMS) expect(seen).not.toContain(form)
})

/** Every video is of the same picture. */
async function keepPortrait(): Promise<string> {
  const picture = await readFile('assets/samples/astronaut.png')
  const sha256 = createHash('sha256').update(picture).digest('hex')
  const file = path.join(env.dataDir, sha256)
  await writeFile(file, picture)
  await storage().putFile(assetKey(sha256), file, 'image/png')
  const asset = { teamId: team.teamId, sha256, kind: 'image' as const, contentType: 'image/png', bytes: 1 }
  return (await postgres.database.asset.create({ data: asset })).id
}

async function order(number: number): Promise<string> {
  const speech = { input: `Number ${number}.`, voice: 'default' }
  const id = await team.insertVideo({ portraitId, speech, live: number % 2 > 0 })
  await postgres.database.$transaction((transaction) => nudge(transaction, id, 'boson'))
  return id
}

/** Runs a worker as the studio does until the videos have ended. Returns all it printed. */
async function work(baseUrl: string, ids: string[]): Promise<string> {
  const worker = spawn(process.execPath, ['--import', './bin/typescript.mjs', 'worker/main.ts'], {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'debug', DATA_DIR: env.dataDir },
      ...{ AVATAR_PROVIDER: 'boson', BOSON_API_KEY: KEY, BOSON_BASE_URL: baseUrl, RENDER_SLOTS: '6' },
      DATABASE_URL: postgres.url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = Promise.all([text(worker.stdout), text(worker.stderr)])
  const ended = () =>
    postgres.database.video.count({ where: { id: { in: ids }, status: { in: ['completed', 'failed'] } } })
  await vi.waitFor(async () => expect(await ended()).toBe(ids.length), { timeout: 60_000, interval: 100 })
  await stop(worker)
  return (await printed).join('\n')
}

async function stop(worker: ChildProcess): Promise<void> {
  const exited = once(worker, 'exit')
  worker.kill('SIGTERM')
  await exited
}

async function everyRow(): Promise<string> {
  const tables = await postgres.database.$queryRaw<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables where table_schema in ('public', 'pgboss')`
  const rows = tables.map(({ name }) =>
    postgres.database.$queryRawUnsafe<{ rows: string }[]>(`select json_agg(t)::text as rows from ${name} t`),
  )
  return JSON.stringify(await Promise.all(rows))
}

async function filesWith(needles: string[], directory: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    // PostgreSQL takes files of its own away while they are looked through.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    if (needles.some((needle) => bytes.includes(needle))) found.push(file)
  }
  return found
}

/** The characters that stand for `words` in base64 whatever is around it, where it begins `skip` bytes into a group. */
function insideBase64(words: string, skip: number): string {
  const encoded = Buffer.from(' '.repeat(skip) + words).toString('base64')
  return encoded.slice(skip === 0 ? 0 : 4, -4)
}
