import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/db/client'
import { json, routes } from '@/lib/http/route'
import { createOwner } from '@/lib/team/accounts'
import { createApiKey } from '@/lib/team/api-keys'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { authorised } from './authorised'
import { SESSION_COOKIE } from './options'
import { clientAddress, countedTry } from './tries'

const SECRET = 'the secret of this test'
vi.hoisted(() => {
  vi.stubEnv('RATE_LIMIT_PER_MINUTE', '3')
  vi.stubEnv('NEXTAUTH_SECRET', 'the secret of this test')
})

let postgres: TestDatabase
let database: Database

beforeAll(async () => {
  postgres = await startTestDatabase()
  database = postgres.database
}, 90_000)

afterAll(async () => {
  await postgres.dispose()
  vi.unstubAllEnvs()
})

beforeEach(async () => {
  await database.$executeRaw`truncate "User", "Team", "RateLimit" cascade`
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
})

const handle = authorised<Record<string, never>>(async ({ caller }) => json({ team: caller.teamId }))
const route = routes({ GET: handle, POST: handle })
const context = { params: Promise.resolve({}) }

const ask = (method: 'GET' | 'POST', headers: Record<string, string>) =>
  route[method](new Request('http://studio/v1/videos', { method, headers }), context)

const limitHeaders = ({ headers }: Response) =>
  ['limit', 'remaining', 'policy'].map((name) => headers.get(`ratelimit-${name}`))

it('counts what a key asks and says what is left; over the limit is 429 until the window ends', async () => {
  const laptop = { authorization: `Bearer ${await createApiKey('ada@example.org', 'laptop')}` }
  expect(limitHeaders(await ask('GET', laptop))).toEqual(['3', '2', '3;w=60'])
  expect(limitHeaders(await ask('POST', laptop))).toEqual(['3', '1', '3;w=60'])
  expect((await ask('GET', laptop)).status).toBe(200)
  const refused = await ask('GET', laptop)
  expect([refused.status, await refused.json()]).toMatchObject([
    429,
    { error: { type: 'rate_limit_exceeded' } },
  ])
  expect(limitHeaders(refused)).toEqual(['3', '0', '3;w=60'])
  expect(refused.headers.get('retry-after')).toBe(refused.headers.get('ratelimit-reset'))
  expect(refused.headers.get('x-request-id')).toMatch(/^req_/)
  const phone = { authorization: `Bearer ${await createApiKey('ada@example.org', 'phone')}` }
  expect(limitHeaders(await ask('GET', phone))).toEqual(['3', '2', '3;w=60'])
})

it('counts the changes of a signed-in person, and lets the pages look as often as they like', async () => {
  const { id } = await database.user.findFirstOrThrow()
  const cookie = { cookie: `${SESSION_COOKIE}=${await encode({ token: { sub: id }, secret: SECRET })}` }
  for (let look = 0; look < 10; look++) {
    const response = await ask('GET', cookie)
    expect([response.status, response.headers.has('ratelimit-limit')]).toEqual([200, false])
  }
  const statuses: number[] = []
  for (let change = 0; change < 4; change++) statuses.push((await ask('POST', cookie)).status)
  expect(statuses).toEqual([200, 200, 200, 429])
})

it('counts nothing of who is not known', async () => {
  const strangers: Record<string, string>[] = [
    { authorization: 'Bearer nonsense' },
    { cookie: `${SESSION_COOKIE}=%` },
  ]
  for (const headers of strangers) {
    const response = await ask('GET', headers)
    expect([response.status, response.headers.has('ratelimit-limit')]).toEqual([401, false])
  }
  expect(await database.rateLimit.count()).toBe(0)
})

const failing = async () => null
const tooMany = { type: 'rate_limit_exceeded', code: 'too_many_tries' }

it('ten failed tries from an address, even at once, and there are no more from there', async () => {
  const racing = Array.from({ length: 15 }, () => countedTry('ada', '198.51.100.1', failing))
  const outcomes = await Promise.allSettled(racing)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  await expect(countedTry('ada', '198.51.100.1', async () => 'right')).rejects.toMatchObject(tooMany)
  expect(await countedTry('ada', '198.51.100.2', async () => 'right')).toBe('right')
  expect(await countedTry('bob', '198.51.100.1', failing)).toBeNull()
})

it('a try that succeeds clears the count; one that throws has failed', async () => {
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 9; tries++) await countedTry('ada', '198.51.100.3', failing)
    await countedTry('ada', '198.51.100.3', async () => 'right')
  }
  const throwing = () =>
    countedTry('eve', '198.51.100.3', async () => {
      throw new Error('no')
    })
  for (let tries = 0; tries < 10; tries++) await expect(throwing()).rejects.toThrow('no')
  await expect(throwing()).rejects.toMatchObject(tooMany)
})

it('a made-up address for every try helps up to a hundred times', async () => {
  const tries = Array.from({ length: 110 }, (_, n) => countedTry('carol', `198.51.100.${n}`, failing))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(100)
})

it('takes the address the nearest proxy saw', () => {
  expect(clientAddress('1.2.3.4, 198.51.100.7')).toBe('198.51.100.7')
  expect(clientAddress('::1')).toBe('::1')
  expect(clientAddress(undefined)).toBe('unknown')
})
