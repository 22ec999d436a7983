import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectDatabase, type Database } from '@/lib/db/client'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { createRateLimit } from './rate-limit'

let postgres: TestDatabase
let database: Database

beforeAll(async () => {
  postgres = await startTestDatabase()
  database = postgres.database
}, 90_000)

afterAll(async () => {
  await postgres.dispose()
})

it('counts for all processes together, each key for itself', async () => {
  const here = createRateLimit('shared', { points: 3, seconds: 60 })
  const there = createRateLimit('shared', { points: 3, seconds: 60 })
  expect(await here.spend('a')).toMatchObject({ allowed: true, remaining: 2 })
  expect(await there.spend('a')).toMatchObject({ allowed: true, remaining: 1 })
  expect(await here.spend('b')).toMatchObject({ allowed: true, remaining: 2 })
  const third = await here.spend('a')
  expect(third).toMatchObject({ allowed: true, remaining: 0 })
  expect(third.resetSeconds).toBeGreaterThan(50)
  expect(third.resetSeconds).toBeLessThanOrEqual(60)
  for (const limit of [here, there]) expect(await limit.spend('a')).toMatchObject({ allowed: false })
})

it('lets through exactly as many as there are, however many come at once', async () => {
  const limit = createRateLimit('race', { points: 5, seconds: 60 })
  const spent = await Promise.all(Array.from({ length: 30 }, () => limit.spend('a')))
  expect(spent.filter(({ allowed }) => allowed)).toHaveLength(5)
})

it('turns an exhausted key away without asking the database', async () => {
  const limit = createRateLimit('memory', { points: 1, seconds: 60 })
  await limit.spend('a')
  const rows = () => database.rateLimit.findUniqueOrThrow({ where: { key: 'memory:a' } })
  const before = await rows()
  await limit.spend('a')
  expect(await rows()).toEqual(before)
})

it('begins anew when the window is over, and when it is told to forget', async () => {
  const limit = createRateLimit('window', { points: 1, seconds: 60 })
  await limit.spend('a')
  await limit.forget('a')
  expect(await limit.spend('a')).toMatchObject({ allowed: true, remaining: 0 })
  await database.$executeRaw`update "RateLimit" set expire = 0 where key = 'window:a'`
  const elsewhere = createRateLimit('window', { points: 1, seconds: 60 })
  expect(await elsewhere.spend('a')).toMatchObject({ allowed: true, remaining: 0 })
})

it('goes on counting in memory while the database is away', async () => {
  const limit = createRateLimit('away', { points: 2, seconds: 60 })
  const nowhere = connectDatabase('postgresql://postgres@localhost/postgres?host=/nowhere')
  try {
    const spent = [await limit.spend('a'), await limit.spend('a'), await limit.spend('a')]
    expect(spent.map(({ allowed }) => allowed)).toEqual([true, true, false])
    await limit.forget('a')
    expect(await limit.spend('a')).toMatchObject({ allowed: true })
  } finally {
    await nowhere.$disconnect()
  }
})
