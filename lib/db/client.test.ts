import { afterAll, beforeAll, expect, it } from 'vitest'
import { asStudioError } from '@/lib/http/error-response'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { connectDatabase } from './client'

let postgres: TestDatabase

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

it('a moment is the same to Prisma and to SQL, whatever zone the server is in', async () => {
  const name = new URL(postgres.url).pathname.slice(1)
  await postgres.database.$executeRawUnsafe(`alter database ${name} set timezone to 'Asia/Tokyo'`)
  const database = connectDatabase(postgres.url)
  try {
    const createdAt = new Date('2026-03-29T01:30:00.123Z')
    await database.team.create({ data: { name: 'Far away', createdAt } })
    const [row] = await database.$queryRaw<{ ms: number }[]>`
      select (extract(epoch from "createdAt") * 1000)::float8 as ms from "Team"`
    expect(row?.ms).toBe(createdAt.getTime())
    expect((await database.team.findFirstOrThrow()).createdAt).toEqual(createdAt)
  } finally {
    await database.$disconnect()
  }
})

it('a row that was deleted between a look and a change is not found, no fault of the studio', async () => {
  const change = postgres.database.team.update({ where: { id: crypto.randomUUID() }, data: { name: 'x' } })
  const error: unknown = await change.catch((thrown: unknown) => thrown)
  expect(asStudioError(error)).toMatchObject({ type: 'not_found', status: 404 })
})
