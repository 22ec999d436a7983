import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { deletePermanently, deleteVideo } from '@/lib/videos/bin'
import { findBatch } from './data'
import { feedBatches } from './feed'
import { cancelBatch, deleteBatch, retryBatch } from './mutations'

let postgres: TestDatabase
let team: TestTeam
const { queueLimit, slots, provider } = env
const AT_ONCE = slots[provider] + 1

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
  return () => {
    env.queueLimit = queueLimit
  }
})

let lastBatch = 0

/** A batch as it is when it has been asked for. */
async function insertBatch(count: number): Promise<string> {
  lastBatch += 1
  const id = `batch_${String(lastBatch).padStart(24, '0')}`
  const { teamId, userId: createdById, portraitId } = team
  const framing = { crop: null, face: null }
  await postgres.database.batch.create({
    data: { id, teamId, createdById, portraitId, title: 'Greetings', size: '640x480', framing, notices: [] },
  })
  const rows = Array.from({ length: count }, (_, index) => {
    const number = index + 1
    return { batchId: id, number, title: `Row ${number}`, speech: { input: `Hello ${number}!` }, seconds: 2 }
  })
  await postgres.database.batchRow.createMany({ data: rows })
  return id
}

const find = (id: string) => findBatch(team.teamId, id)
const states = async (id: string) => (await find(id)).rows.map(({ status }) => status)
const feedAtOnce = (times: number) => Promise.all(Array.from({ length: times }, feedBatches))
/** Every video that waits or runs ends like this. */
const endAll = (status: 'completed' | 'failed') =>
  postgres.database.video.updateMany({
    where: { status: { in: ['queued', 'in_progress'] } },
    data: { status, finishedAt: new Date(), errorMessage: status === 'failed' ? 'No face.' : null },
  })

it('of many feeders at once, no row is made twice, none is lost, and few wait at a time', async () => {
  const id = await insertBatch(7)
  for (let round = 1; round <= Math.ceil(7 / AT_ONCE); round++) {
    await feedAtOnce(4)
    expect(await postgres.database.video.count()).toBe(Math.min(7, round * AT_ONCE))
    expect((await find(id)).counts.queued).toBeLessThanOrEqual(AT_ONCE)
    await endAll('completed')
  }
  const { rows, status, counts, seconds_left } = await find(id)
  expect({ status, seconds_left }).toEqual({ status: 'ended', seconds_left: null })
  expect(counts).toMatchObject({ total: 7, completed: 7 })
  const videos = await postgres.database.video.findMany({ orderBy: { createdAt: 'asc' } })
  expect(videos.map(({ title }) => title)).toEqual(rows.map(({ title }) => title))
  expect(rows.map(({ video_id }) => video_id)).toEqual(videos.map((video) => video.id))
  expect(videos[0]).toMatchObject({ size: '640x480', portraitId: team.portraitId, live: false })
})

it('a crash between the video and its row leaves neither, and the next feeder goes on', async () => {
  const id = await insertBatch(1)
  await postgres.database.$executeRaw`
    create function crash() returns trigger language plpgsql as 'begin raise exception ''crash''; end'`
  await postgres.database
    .$executeRaw`create trigger crash before update on "BatchRow" for each row execute function crash()`
  await expect(feedBatches()).rejects.toThrow(/crash/)
  await postgres.database.$executeRaw`drop function crash() cascade`
  expect(await postgres.database.video.count()).toBe(0)
  expect(await states(id)).toEqual(['waiting'])
  await feedBatches()
  expect(await states(id)).toEqual(['queued'])
})

it('a full queue means later, for this batch alone where it is its team that is at its limit', async () => {
  env.queueLimit = { team: 1, all: 9 }
  const id = await insertBatch(2)
  await team.insertVideo({ status: 'in_progress' })
  await feedAtOnce(2)
  expect(await states(id)).toEqual(['waiting', 'waiting'])

  const { id: otherTeam } = await postgres.database.team.create({ data: { name: 'Others' } })
  const other = await insertBatch(1)
  await postgres.database.batch.update({ where: { id: other }, data: { teamId: otherTeam } })
  await feedBatches()
  expect((await findBatch(otherTeam, other)).counts.queued).toBe(1)

  await endAll('completed')
  await feedBatches()
  expect(await states(id)).toEqual(['queued', 'waiting'])
})

it('two batches go on side by side', async () => {
  const ids = [await insertBatch(AT_ONCE + 1), await insertBatch(AT_ONCE + 1)]
  await feedBatches()
  for (const id of ids) expect((await find(id)).counts).toMatchObject({ queued: AT_ONCE, waiting: 1 })
})

it('cancelled while it is fed, nothing of it is made any more', async () => {
  for (let round = 0; round < 6; round++) {
    const id = await insertBatch(5)
    await Promise.all([feedBatches(), cancelBatch(team.teamId, id), feedBatches()])
    await feedBatches()
    expect((await find(id)).status).toBe('ended')
    expect(await states(id)).toEqual(Array(5).fill('cancelled'))
  }
  const unfinished = { status: { in: ['queued' as const, 'in_progress' as const] } }
  expect(await postgres.database.video.count({ where: unfinished })).toBe(0)
})

it('what failed or never came to be is tried again, a few at a time; what was deleted is not', async () => {
  const id = await insertBatch(AT_ONCE + 3)
  await feedBatches()
  await endAll('failed')
  const failed = (await find(id)).rows[0]
  expect(failed).toMatchObject({ status: 'failed', error: 'No face.' })
  await cancelBatch(team.teamId, id)
  const deleted = (await find(id)).rows[1]
  await deleteVideo(team.teamId, deleted?.video_id ?? '')
  expect((await states(id)).slice(0, 3)).toEqual(['failed', 'deleted', 'cancelled'])

  expect((await retryBatch(team.teamId, id)).counts).toMatchObject({ waiting: AT_ONCE + 2, deleted: 1 })
  await feedAtOnce(3)
  const { rows, counts } = await find(id)
  expect(counts).toMatchObject({ queued: AT_ONCE, deleted: 1 })
  expect(rows[0]).toMatchObject({ status: 'queued', video_id: failed?.video_id })
  for (let i = 0; i < 3; i++) {
    await endAll('completed')
    await feedBatches()
  }
  expect((await find(id)).counts).toMatchObject({ completed: AT_ONCE + 2, deleted: 1 })
  await expect(retryBatch(team.teamId, id)).rejects.toMatchObject({ type: 'conflict' })
  await expect(cancelBatch(team.teamId, id)).rejects.toMatchObject({ type: 'conflict' })
})

it('a video that was deleted or made by hand before its row’s second try is left as it is', async () => {
  const id = await insertBatch(2)
  await feedBatches()
  await endAll('failed')
  await retryBatch(team.teamId, id)
  const [first, second] = (await find(id)).rows
  await postgres.database.video.update({
    where: { id: first?.video_id ?? '' },
    data: { status: 'completed' },
  })
  await deletePermanently(team.teamId, second?.video_id ?? '')
  await feedBatches()
  expect(await states(id)).toEqual(['completed', 'deleted'])
})

it('keeps its portrait for the rows to come, and lets go of it when it is forgotten', async () => {
  const id = await insertBatch(AT_ONCE + 1)
  await feedBatches()
  await endAll('completed')
  for (const { video_id } of (await find(id)).rows)
    if (video_id) await deletePermanently(team.teamId, video_id)
  await feedBatches()
  expect((await states(id)).at(-1)).toBe('queued')
  const last = (await find(id)).rows.at(-1)?.video_id ?? ''

  const other = await postgres.database.team.create({ data: { name: 'Others' } })
  await expect(deleteBatch(other.id, id)).rejects.toMatchObject({ type: 'not_found' })
  await deleteBatch(team.teamId, id)
  expect(await postgres.database.video.count({ where: { id: last, status: 'queued' } })).toBe(1)
  await deletePermanently(team.teamId, last)
  expect(await postgres.database.asset.count()).toBe(0)
})
