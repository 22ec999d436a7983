import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { StudioError } from '@/lib/boson/errors'
import type { Database } from '@/lib/db/client'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { type KeepAnswer, type OnceOptions, once, sweepIdempotencyKeys } from './idempotency'
import { json } from './route'

let postgres: TestDatabase
let database: Database
let teamId: string

beforeAll(async () => {
  postgres = await startTestDatabase()
  database = postgres.database
}, 90_000)

afterAll(async () => {
  await postgres.dispose()
})

beforeEach(async () => {
  await database.$executeRaw`truncate "Team" cascade`
  teamId = (await database.team.create({ data: { name: 'Team' } })).id
})

const requestWith = (key: string | null) =>
  new Request('http://studio/v1/videos', { method: 'POST', headers: key ? { 'idempotency-key': key } : {} })

/** Counts how often it ran; each run answers with its number. */
function counter(settle: (run: number) => Promise<Response> = async (run) => json({ run })) {
  const counted = { runs: 0, run: () => settle(++counted.runs) }
  return counted
}

const ask = (key: string | null, run: OnceOptions['run'], asked: unknown = { size: '640x640' }) =>
  once({ request: requestWith(key), teamId, asked, run })

it('without a key, every request runs', async () => {
  const counted = counter()
  await ask(null, counted.run)
  expect(await (await ask(null, counted.run)).json()).toEqual({ run: 2 })
})

it('answers a key with the first answer again, whatever the order of the fields', async () => {
  const counted = counter()
  const first = await ask('a', counted.run, { size: '640x640', speech: { input: 'Hi', voice: 'nora' } })
  expect(first.headers.has('idempotent-replayed')).toBe(false)
  const again = await ask('a', counted.run, { speech: { voice: 'nora', input: 'Hi' }, size: '640x640' })
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect([again.status, await again.json()]).toEqual([200, { run: 1 }])
})

it('of 20 requests at once one runs; the others are told that it is in flight', async () => {
  const { promise: gate, resolve: open } = withResolvers()
  const counted = counter(async (run) => {
    await gate
    return json({ run }, 201)
  })
  let ended = 0
  // All but the one that runs have their answer before it has ended.
  const countEnd = () => {
    if (++ended === 19) open()
  }
  const racing = Array.from({ length: 20 }, () => ask('race', counted.run))
  const settled = await Promise.allSettled(racing.map((each) => each.finally(countEnd)))
  expect(counted.runs).toBe(1)
  const refusals = settled.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refusals).toHaveLength(19)
  for (const refusal of refusals)
    expect(refusal).toMatchObject({ type: 'conflict', code: 'idempotency_in_flight', status: 409 })
  const replays = await Promise.all(Array.from({ length: 20 }, () => ask('race', counted.run)))
  expect(await Promise.all(replays.map((replay) => replay.json()))).toEqual(Array(20).fill({ run: 1 }))
  expect(replays.every((replay) => replay.status === 201)).toBe(true)
})

it('refuses a key that comes with another request, and one that is none', async () => {
  const counted = counter()
  await ask('a', counted.run, { size: '640x640' })
  const mismatch = { type: 'invalid_request', code: 'idempotency_mismatch', status: 422 }
  await expect(ask('a', counted.run, { size: '640x480' })).rejects.toMatchObject(mismatch)
  for (const key of ['with space', 'x'.repeat(256), 'caf\u00e9'])
    await expect(ask(key, counted.run)).rejects.toMatchObject({ type: 'invalid_request', code: undefined })
  expect((await ask('x'.repeat(255), counted.run)).status).toBe(200)
  expect(counted.runs).toBe(2)
})

it('a key belongs to its team', async () => {
  const counted = counter()
  await ask('a', counted.run)
  teamId = (await database.team.create({ data: { name: 'Others' } })).id
  expect(await (await ask('a', counted.run)).json()).toEqual({ run: 2 })
})

it('keeps refusals that would be the same again, and gives the key back for all others', async () => {
  const failing = (type: 'invalid_size' | 'all_replicas_busy' | 'internal_error' | 'conflict') =>
    counter(async () => {
      throw new StudioError(type, 'No.', { param: 'size' })
    })
  const lasting = failing('invalid_size')
  await expect(ask('lasting', lasting.run)).rejects.toMatchObject({ type: 'invalid_size' })
  const replayed = await ask('lasting', lasting.run)
  expect([replayed.status, await replayed.json()]).toEqual([
    400,
    { error: { message: 'No.', type: 'invalid_size', param: 'size' } },
  ])
  for (const type of ['all_replicas_busy', 'internal_error', 'conflict'] as const) {
    const passing = failing(type)
    await expect(ask(type, passing.run)).rejects.toMatchObject({ type })
    await expect(ask(type, passing.run)).rejects.toMatchObject({ type })
    expect(passing.runs).toBe(2)
  }
  const unforeseen = counter(async () => {
    throw new Error('the disk is full')
  })
  await expect(ask('b', unforeseen.run)).rejects.toThrow('disk')
  expect(await (await ask('b', counter().run)).json()).toEqual({ run: 1 })
})

it('takes over from a process that died, and lets one that only stalled change nothing', async () => {
  const { promise: gate, resolve: open } = withResolvers()
  const { promise: entered, resolve: enter } = withResolvers()
  const stalled = ask('a', async () => {
    enter()
    await gate
    return json({ by: 'the one that stalled' })
  })
  await entered
  await database.$executeRaw`update "IdempotencyKey" set "lockedUntil" = now() - interval '1 second'`
  const other = ask('a', counter().run, { another: 'request' })
  await expect(other).rejects.toMatchObject({ code: 'idempotency_mismatch' })
  await ask('a', async () => json({ by: 'the one that took over' }))
  open()
  expect(await (await stalled).json()).toEqual({ by: 'the one that stalled' })
  const replayed = await ask('a', counter().run)
  expect(await replayed.json()).toEqual({ by: 'the one that took over' })
})

/** Makes a team and keeps its name as the answer, all in one transaction. */
const makeTeam = (name: string, keepAnswer: KeepAnswer) =>
  database.$transaction(async (transaction) => {
    await transaction.team.create({ data: { name } })
    await keepAnswer(transaction, { name })
    return json({ name })
  })

it('an answer kept with what it tells of is there when the process dies before it has answered', async () => {
  const { promise: never } = withResolvers()
  const { promise: committed, resolve: commit } = withResolvers()
  const dying = async (keepAnswer: KeepAnswer) => {
    const answer = await makeTeam('Once', keepAnswer)
    commit()
    await never
    return answer
  }
  void ask('a', dying)
  await committed
  await database.$executeRaw`update "IdempotencyKey" set "lockedUntil" = now() - interval '1 second'`
  const replayed = await ask('a', (keepAnswer) => makeTeam('Twice', keepAnswer))
  expect([replayed.status, await replayed.json()]).toEqual([200, { name: 'Once' }])
  expect(await database.team.count({ where: { name: { in: ['Once', 'Twice'] } } })).toBe(1)
})

it('one that stalled until another took over does not do it too', async () => {
  const { promise: gate, resolve: open } = withResolvers()
  const { promise: entered, resolve: enter } = withResolvers()
  const stalled = ask('a', async (keepAnswer) => {
    enter()
    await gate
    return makeTeam('Stalled', keepAnswer)
  })
  await entered
  await database.$executeRaw`update "IdempotencyKey" set "lockedUntil" = now() - interval '1 second'`
  await ask('a', (keepAnswer) => makeTeam('Took over', keepAnswer))
  open()
  await expect(stalled).rejects.toMatchObject({ code: 'idempotency_in_flight' })
  expect(await database.team.count({ where: { name: 'Stalled' } })).toBe(0)
  expect(await (await ask('a', counter().run)).json()).toEqual({ name: 'Took over' })
})

it('forgets an answer after a day', async () => {
  const counted = counter()
  await ask('old', counted.run)
  await ask('new', counted.run)
  const age = (hours: number) => database.$executeRaw`
    update "IdempotencyKey"
    set "createdAt" = now() - make_interval(hours => ${hours}), "lockedUntil" = now() - make_interval(hours => ${hours})
    where key = 'old'`
  await age(23)
  expect(await sweepIdempotencyKeys()).toBe(0)
  expect(await (await ask('old', counted.run)).json()).toEqual({ run: 1 })
  await age(25)
  // Not swept yet, and already as good as new, even for another request.
  expect(await (await ask('old', counted.run, { another: 'request' })).json()).toEqual({ run: 3 })
  await age(25)
  expect(await sweepIdempotencyKeys()).toBe(1)
  expect(await database.idempotencyKey.findMany({ select: { key: true } })).toEqual([{ key: 'new' }])
})

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
