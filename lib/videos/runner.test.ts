import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/db/client'
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '@/lib/db/embedded'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { consume, nudge } from '@/lib/queue/queue'
import { addUser, checkCredentials, createOwner, hasOwner } from '@/lib/team/accounts'
import { createApiKey, findApiKey } from '@/lib/team/api-keys'
import { startTestPostgres, type TestPostgres } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { nudgeAbandoned, releaseLease, takeLease } from './lease'
import { cancelVideo, retryVideo } from './mutations'
import { runVideo } from './runner'

let postgres: TestPostgres
let database: Database
let team: TestTeam

beforeAll(async () => {
  postgres = await startTestPostgres()
  database = postgres.database
}, 90_000)

afterAll(async () => {
  await postgres.dispose()
  expect(await runningEmbeddedPostgres(postgres.directory)).toBeNull()
})

beforeEach(async () => {
  team = await startTestTeam(database)
})

const find = (id: string) => database.video.findUniqueOrThrow({ where: { id } })

it('a running database is taken over, not started twice', async () => {
  const again = await startEmbeddedPostgres(postgres.directory)
  expect(again).toMatchObject({ url: postgres.url, startedHere: false })
  expect(await applyMigrations(postgres.url, await readMigrations('prisma/migrations'))).toEqual([])
})

it('a migration that was edited after it was applied is refused; one that fails leaves nothing', async () => {
  const [first] = await readMigrations('prisma/migrations')
  if (!first) throw new Error('no migration')
  await expect(applyMigrations(postgres.url, [{ ...first, checksum: 'other' }])).rejects.toThrow(
    /changed after/,
  )
  const broken = { name: '9_broken', sql: 'create table "Half" (id int); select nonsense;', checksum: 'x' }
  await expect(applyMigrations(postgres.url, [broken])).rejects.toThrow(/undone/)
  const rows = await database.$queryRaw<unknown[]>`select to_regclass('"Half"')::text as found`
  expect(rows).toEqual([{ found: null }])
})

it('of two first visitors at once, one becomes the owner', async () => {
  await database.$executeRaw`truncate "User", "Team" cascade`
  expect(await hasOwner()).toBe(false)
  const visitors = ['a', 'b', 'c'].map((name) =>
    createOwner({ name, email: `${name}@example.org`, password: 'long enough it is' }),
  )
  const outcomes = await Promise.allSettled(visitors)
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  expect(await database.team.count()).toBe(1)
})

it('passwords and keys let in who they should, and are kept as hashes', async () => {
  await addUser({ name: 'Bob', email: 'bob@example.org', password: 'builder of things' })
  expect(await checkCredentials(' Bob@Example.org ', 'builder of things')).toMatchObject({ name: 'Bob' })
  expect(await checkCredentials('bob@example.org', 'builder of thing')).toBeNull()
  expect(await checkCredentials('nobody@example.org', 'builder of things')).toBeNull()
  const key = await createApiKey('bob@example.org', 'laptop')
  expect(await findApiKey(key)).toMatchObject({ teamId: team.teamId })
  expect(await findApiKey(`${key}x`)).toBeNull()
  const stored = JSON.stringify([await database.apiKey.findMany(), await database.user.findMany()])
  expect(stored).not.toContain(key)
  expect(stored).not.toContain('builder of things')
  await database.apiKey.updateMany({ data: { revokedAt: new Date() } })
  expect(await findApiKey(key)).toBeNull()
})

it('one holder a lease; a released one goes to the next', async () => {
  const id = await team.insertVideo()
  const taken = await Promise.all(['w1', 'w2', 'w3'].map((owner) => takeLease(id, owner)))
  expect(taken.filter(Boolean)).toHaveLength(1)
  const holder = (await find(id)).leaseOwner ?? ''
  expect(await takeLease(id, holder)).toBe(false)
  await releaseLease(id, holder)
  expect(await takeLease(id, 'w4')).toBe(true)
})

it('a lease that ran out is taken over, and the video is nudged, once', async () => {
  const id = await team.insertVideo({
    status: 'in_progress',
    leaseOwner: 'dead',
    leaseUntil: new Date(Date.now() - 1000),
  })
  await nudgeAbandoned()
  await nudgeAbandoned()
  const seen: string[] = []
  const consumer = await consume(postgres.url, 'boson', 2, async (videoId) => {
    seen.push(videoId)
  })
  await vi.waitFor(() => expect(seen).toContain(id))
  await consumer.stop()
  expect(seen.filter((videoId) => videoId === id)).toHaveLength(1)
  expect(await takeLease(id, 'alive')).toBe(true)
})

it('a nudge in a transaction that is rolled back is never delivered; one that commits is', async () => {
  const seen: string[] = []
  const consumer = await consume(postgres.url, 'boson', 1, async (videoId) => {
    seen.push(videoId)
  })
  const undone = database.$transaction(async (transaction) => {
    await nudge(transaction, 'video_undone', 'boson')
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  await database.$transaction((transaction) => nudge(transaction, 'video_done', 'boson'))
  await vi.waitFor(() => expect(seen).toContain('video_done'))
  await consumer.stop()
  expect(seen).not.toContain('video_undone')
})

it('a video that took its worker down three times is given up', async () => {
  const id = await team.insertVideo({
    provider: 'local',
    status: 'in_progress',
    operation: { starting: true },
    attempts: 3,
  })
  await runVideo(id, 'w', new AbortController().signal)
  expect(await find(id)).toMatchObject({ status: 'failed', errorType: 'render_failed', leaseOwner: null })
  expect((await find(id)).errorMessage).toMatch(/given up/)
})

it('cancel and retry move only what they may', async () => {
  const waiting = await team.insertVideo()
  expect(await cancelVideo(team.teamId, waiting)).toMatchObject({ status: 'failed', error_type: 'cancelled' })
  await expect(cancelVideo(team.teamId, waiting)).rejects.toMatchObject({ type: 'conflict' })
  expect(await retryVideo(team.teamId, waiting)).toMatchObject({ status: 'queued', error: null })
  const running = await team.insertVideo({
    status: 'in_progress',
    leaseOwner: 'w',
    leaseUntil: new Date(Date.now() + 60_000),
  })
  await cancelVideo(team.teamId, running)
  expect((await find(running)).cancelRequestedAt).not.toBeNull()
  await expect(retryVideo(team.teamId, running)).rejects.toMatchObject({ type: 'conflict' })
  await expect(cancelVideo(crypto.randomUUID(), running)).rejects.toMatchObject({ type: 'not_found' })
})
