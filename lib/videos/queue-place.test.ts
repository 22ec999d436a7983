import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { requireVideo } from './data'
import { expectWait, nextPlace, queuePlace } from './queue-place'

let postgres: TestDatabase
let team: TestTeam

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const NOW = Date.now()
const at = (seconds: number) => new Date(NOW + seconds * 1000)
const queue = (seconds: number, change: object = {}) =>
  team.insertVideo({ provider: 'local', status: 'queued', createdAt: at(seconds), ...change })
const placeOf = async (id: string) => queuePlace(await requireVideo(team.teamId, id), new Date(NOW))

it('a waiting video knows how many wait before it, and when its turn comes', async () => {
  const running = { status: 'in_progress', startedAt: at(-5), expectedWait: 25, progress: 0 }
  const first = await queue(-30, running)
  const second = await queue(-20, { expectedWait: 10 })
  const third = await queue(-10, { expectedWait: 4 })
  await queue(0, { expectedWait: 100 })
  await queue(-40, { expectedWait: 100, provider: 'boson' })
  expect(await placeOf(first)).toBeNull()
  expect(await placeOf(second)).toEqual({ before: 0, seconds: 20 })
  expect(await placeOf(third)).toEqual({ before: 1, seconds: 30 })
  expect(await nextPlace('local', at(0.5))).toEqual({ before: 3, seconds: 134 })
  // Boson takes eight at a time.
  expect(await nextPlace('boson', at(0.5))).toEqual({ before: 1, seconds: 0 })
})

it('nobody waits behind what is over', async () => {
  await queue(-30, { status: 'completed' })
  await queue(-20, { status: 'cancelled' })
  expect(await placeOf(await queue(-10))).toEqual({ before: 0, seconds: 0 })
})

it('what the latest videos took is what the next is expected to take', async () => {
  const order = { seconds: 10, size: '640x640', recording: false }
  const unlearned = await expectWait(order)
  for (const seconds of [10, 20, 40]) {
    const took = { startedAt: at(-100), finishedAt: at(-100 + 0.5 + seconds * 0.8) }
    await queue(-100, { status: 'completed', seconds, attempts: 1, ...took })
  }
  expect(unlearned.expectedWait).toBeLessThan(5)
  expect((await expectWait(order)).expectedWait).toBeCloseTo(8.5)
})
