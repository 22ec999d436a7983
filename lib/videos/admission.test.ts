import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { env } from '@/lib/env'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { admit, requireRoom } from './admission'

let postgres: TestDatabase
let team: TestTeam
const { queueLimit } = env

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
  env.queueLimit = { team: 3, all: 5 }
  return () => {
    env.queueLimit = queueLimit
  }
})

const add = () =>
  postgres.database.$transaction(async (transaction) => {
    await admit(transaction, team.teamId)
    // Room for the others to count what is not there yet.
    await sleep(5)
    const common = { teamId: team.teamId, createdById: team.userId, portraitId: team.portraitId, title: 't' }
    const rest = { provider: 'local' as const, model: 'm', size: '640x640', seed: 1, expectedSeconds: 1 }
    await transaction.video.create({ data: { id: `video_${crypto.randomUUID()}`, ...common, ...rest } })
  })

it('of many at once exactly as many as there is room for are let in', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, add))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') {
      expect(outcome.reason).toMatchObject({ type: 'all_replicas_busy', status: 429 })
      expect(outcome.reason.retryAfter).toBeGreaterThan(0)
    }
  }
})

it('finished videos take no room; another team fills only what is shared', async () => {
  for (const status of ['completed', 'failed', 'cancelled']) await team.insertVideo({ status })
  for (let i = 0; i < 2; i++) await team.insertVideo({ status: 'in_progress' })
  await requireRoom(team.teamId)
  const other = await postgres.database.team.create({ data: { name: 'Others' } })
  for (let i = 0; i < 2; i++) await team.insertVideo({ teamId: other.id })
  await requireRoom(team.teamId)
  await team.insertVideo({ teamId: other.id })
  await expect(requireRoom(team.teamId)).rejects.toThrow(/studio is busy/)
  await expect(requireRoom(other.id)).rejects.toThrow(/Your team has 3/)
})

it('says when the first of those before is expected to be done', async () => {
  const startedAt = new Date(Date.now() - 10_000)
  for (let i = 0; i < 3; i++) {
    await team.insertVideo({ status: 'in_progress', startedAt, expectedWait: 49 + i, progress: 0 })
  }
  const { retryAfter } = await requireRoom(team.teamId).catch((error) => error)
  // 49 less the ten that have gone, and what this test took.
  expect(retryAfter).toBeGreaterThan(30)
  expect(retryAfter).toBeLessThanOrEqual(39)
})

it('a deleted video makes room at once, though its worker has not looked yet', async () => {
  for (let i = 0; i < 3; i++) await team.insertVideo({ status: 'in_progress' })
  await expect(requireRoom(team.teamId)).rejects.toMatchObject({ type: 'all_replicas_busy' })
  await team.insertVideo({ status: 'in_progress', deletedAt: new Date() })
  await postgres.database.video.updateMany({ data: { deletedAt: new Date() } })
  await requireRoom(team.teamId)
})
