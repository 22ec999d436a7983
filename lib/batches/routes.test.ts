import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import { engine } from '@/lib/provider/engine'
import { createOwner } from '@/lib/team/accounts'
import { createApiKey } from '@/lib/team/api-keys'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { feedBatches } from './feed'
import { batchDetailSchema, batchListSchema, deletedBatchSchema, MAX_ROWS } from './schema'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  Object.assign(process.env, {
    DATA_DIR: mkdtempSync(`${tmpdir()}/batches-`),
    NEXTAUTH_SECRET: 'a secret of this test',
    AVATAR_PROVIDER: 'local',
  })
})
const routes = {
  '/v1/batches': await import('@/app/v1/batches/route'),
  '/v1/batches/[id]': await import('@/app/v1/batches/[id]/route'),
  '/v1/batches/[id]/cancel': await import('@/app/v1/batches/[id]/cancel/route'),
  '/v1/batches/[id]/retry': await import('@/app/v1/batches/[id]/retry/route'),
}
type Path = keyof typeof routes
const PORTRAIT = await readFile('public/samples/astronaut.jpg')
const ref_image = PORTRAIT.toString('base64')
const ROWS = [
  { title: 'For Ada', input: 'Hello Ada!', voice: 'marcus' },
  { input: 'Hello Bo, how are you today?' },
]

let postgres: TestDatabase
let key: string

beforeAll(async () => {
  postgres = await startTestDatabase()
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
  key = await createApiKey('ada@example.org', 'tests')
}, 90_000)

afterAll(async () => {
  await engine().stop()
  await postgres.dispose()
  await rm(process.env.DATA_DIR ?? '', { recursive: true, force: true })
})

beforeEach(async () => {
  await postgres.database.$executeRaw`truncate "Batch", "Video", "Asset" cascade`
})

type Ask = {
  method?: 'GET' | 'POST' | 'DELETE'
  body?: object | FormData
  id?: string
  query?: string
  idempotencyKey?: string
}

async function ask(path: Path, { method = 'GET', body, id = '', query = '', idempotencyKey }: Ask = {}) {
  const json = body && !(body instanceof FormData)
  const request = new Request(`http://localhost:3000${path.replace('[id]', id)}${query}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(json && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    body: json ? JSON.stringify(body) : (body as FormData | undefined),
  })
  const answer = await routes[path][method](request, { params: Promise.resolve({ id }) } as never)
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

/** Holds an answer against its schema: nothing of it missing, and nothing more. */
async function expectOf<T>(schema: z.ZodType<T>, asked: ReturnType<typeof ask>): Promise<T> {
  const { status, body } = await asked
  expect({ status, body }).toMatchObject({ status: 200 })
  const parsed = schema.parse(body)
  expect(body).toEqual(parsed)
  return parsed
}

const create = (body: object | FormData, idempotencyKey?: string) =>
  ask('/v1/batches', { method: 'POST', body, idempotencyKey })

it('a batch is kept with its rows and made a few at a time, cancelled, tried again, forgotten', async () => {
  const made = await expectOf(
    batchDetailSchema,
    create({ ref_image, rows: ROWS, voice: 'nora', size: '480x640' }),
  )
  expect(made).toMatchObject({ title: 'For Ada', size: '480x640', status: 'in_progress', created_by: 'Ada' })
  expect(made.counts).toMatchObject({ total: 2, waiting: 2 })
  expect(made.seconds_left).toBeGreaterThan(0)
  expect(made.rows).toMatchObject([
    { row: 1, title: 'For Ada', input: 'Hello Ada!', voice: 'marcus', status: 'waiting', video_id: null },
    { row: 2, title: 'Hello Bo, how are you today?', voice: 'nora' },
  ])
  const { id } = made
  await feedBatches()
  const { rows } = await expectOf(batchDetailSchema, ask('/v1/batches/[id]', { id }))
  expect(rows.map(({ status }) => status)).toEqual(['queued', 'queued'])
  const video = await postgres.database.video.findUniqueOrThrow({ where: { id: rows[0]?.video_id ?? '' } })
  expect(video).toMatchObject({
    title: 'For Ada',
    size: '480x640',
    speech: { input: 'Hello Ada!', voice: 'marcus' },
  })

  const post = (path: Path) => expectOf(batchDetailSchema, ask(path, { method: 'POST', id }))
  expect((await post('/v1/batches/[id]/cancel')).counts).toMatchObject({ cancelled: 2 })
  expect((await post('/v1/batches/[id]/retry')).counts).toMatchObject({ waiting: 2 })
  await expectOf(deletedBatchSchema, ask('/v1/batches/[id]', { method: 'DELETE', id }))
  expect((await ask('/v1/batches/[id]', { id })).body).toMatchObject({
    error: { type: 'not_found', param: 'batch_id' },
  })
})

it('takes a form, and answers the same key with the same batch', async () => {
  const form = () => {
    const data = new FormData()
    data.set('ref_image', new Blob([PORTRAIT]), 'ada.jpg')
    data.set('rows', JSON.stringify(ROWS))
    data.set('crop', JSON.stringify({ x: 0, y: 0, width: 1, height: 1 }))
    data.set('title', 'Greetings')
    return data
  }
  const first = await create(form(), 'greetings')
  expect(first).toMatchObject({ status: 200, body: { title: 'Greetings' } })
  const second = await create(form(), 'greetings')
  expect(second.body).toEqual(first.body)
  expect(second.headers.get('idempotent-replayed')).toBe('true')
  expect(await postgres.database.batch.count()).toBe(1)
  const asset = await postgres.database.asset.findFirstOrThrow()
  expect(asset).toMatchObject({ kind: 'image', contentType: 'image/jpeg' })

  const broken = form()
  broken.set('rows', '{"input": "Hello"}')
  expect((await create(broken)).body.error).toMatchObject({
    param: 'rows',
    message: expect.stringContaining('not a JSON list'),
  })
})

const long = 'One more sentence of many. '.repeat(40)

it.each([
  ['an empty line', [...ROWS, { input: '' }], 400, 'empty_input', /^Row 3: /],
  ['nothing to say', [...ROWS, { input: '…' }], 400, 'empty_input', /^Row 3: /],
  [
    'a voice nobody has',
    [{ ...ROWS[0], voice: 'nobody' }, ...ROWS],
    400,
    'unknown_voice',
    /^Row 1: .*nobody/,
  ],
  ['too long a line', [ROWS[0], { input: long }], 400, 'audio_too_long', /^Row 2: /],
  ['too many characters', [{ input: 'x'.repeat(5001) }], 400, 'input_too_long', /^Row 1: /],
  ['an unknown field', [{ input: 'Hello.', colour: 'red' }], 422, 'invalid_request', /^Row 1: .*colour/],
  [
    'too long a title',
    [{ input: 'Hello.', title: 'x'.repeat(121) }],
    422,
    'invalid_request',
    /^Row 1: .*title/,
  ],
  ['no rows', [], 422, 'invalid_request', /rows/],
  ['too many rows', Array(MAX_ROWS + 1).fill({ input: 'Hello.' }), 422, 'invalid_request', /more than 500/],
])('refuses %s by the row, before anything exists', async (_, rows, status, type, message) => {
  const answer = await create({ ref_image, rows })
  expect({ status: answer.status, body: answer.body }).toMatchObject({
    status,
    body: { error: { type, param: 'rows', message: expect.stringMatching(message) } },
  })
  const { batch, asset, video } = postgres.database
  expect([await batch.count(), await asset.count(), await video.count()]).toEqual([0, 0, 0])
})

it('refuses a portrait and a size as one video does', async () => {
  const noFace = await create({ ref_image: 'aGVsbG8=', rows: ROWS })
  expect(noFace.body.error).toMatchObject({ type: 'invalid_image_format', param: 'ref_image' })
  const odd = await create({ ref_image, rows: ROWS, size: '1x1' })
  expect(odd.body.error).toMatchObject({ type: 'invalid_size', param: 'size' })
})

it('lists the team’s batches newest first, a page at a time', async () => {
  const ids: string[] = []
  for (let i = 0; i < 3; i++)
    ids.unshift((await create({ ref_image, rows: ROWS, title: `No. ${i}` })).body.id)
  const first = await expectOf(batchListSchema, ask('/v1/batches', { query: '?limit=2' }))
  expect(first).toMatchObject({ has_more: true, last_id: ids[1] })
  const second = await expectOf(batchListSchema, ask('/v1/batches', { query: `?limit=2&after=${ids[1]}` }))
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids)
  expect(second.has_more).toBe(false)
  const gone = await ask('/v1/batches', { query: `?after=batch_${'0'.repeat(24)}` })
  expect(gone.body.error).toMatchObject({ type: 'not_found', param: 'after' })
})
