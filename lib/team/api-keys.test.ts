import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { ErrorType } from '@/lib/boson/errors'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'

vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of this test'
})
const { SESSION_COOKIE } = await import('@/lib/auth/options')
const { addUser, createOwner } = await import('./accounts')
const { createApiKey, findApiKey } = await import('./api-keys')
const keys = await import('@/app/v1/keys/route')
const key = await import('@/app/v1/keys/[id]/route')

let postgres: TestDatabase
beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)
afterAll(() => postgres.dispose())

beforeEach(async () => {
  await postgres.database.$executeRaw`truncate "User", "Team" cascade`
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
  await addUser({ name: 'Bob', email: 'bob@example.org', password: 'builder of things' })
})

/** The cookie of somebody signed in. */
async function cookieOf(email: string): Promise<Record<string, string>> {
  const { id } = await postgres.database.user.findUniqueOrThrow({ where: { email } })
  const token = await encode({ token: { sub: id }, secret: 'a secret of this test' })
  return { cookie: `${SESSION_COOKIE}=${token}` }
}

type Headers = Record<string, string>
const context = (params: object) => ({ params: Promise.resolve(params) }) as never
const request = (method: string, headers: Headers, body?: unknown) =>
  new Request('http://localhost:3000/v1/keys', {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  } as RequestInit)

const list = (headers: Headers) => keys.GET(request('GET', headers), context({}))
const make = (headers: Headers, body: unknown) => keys.POST(request('POST', headers, body), context({}))
const revoke = (headers: Headers, id: string) => key.DELETE(request('DELETE', headers), context({ id }))
const namesOf = async (response: Response) =>
  (await response.json()).data.map((item: { name: string }) => item.name)

it('a key is shown once, works at once, and no longer once it is revoked', async () => {
  const ada = await cookieOf('ada@example.org')
  const answer = await make(ada, { name: ' laptop ' })
  expect(Number(answer.headers.get('ratelimit-remaining'))).toBeGreaterThan(0)
  const made = await answer.json()
  expect(made).toMatchObject({ object: 'api_key', name: 'laptop', created_by: 'Ada', last_used_at: null })
  expect(made.key).toMatch(/^avs-[\w-]{43}$/)
  expect(made.key.startsWith(made.prefix)).toBe(true)
  expect(await findApiKey(made.key)).not.toBeNull()
  const listed = await (await list(ada)).text()
  expect(listed).toContain(made.id)
  expect(listed).not.toContain(made.key)
  expect(JSON.parse(listed).data[0].last_used_at).toBeGreaterThan(0)
  for (let time = 0; time < 2; time++) {
    const revoked = await revoke(ada, made.id)
    expect(await revoked.json()).toEqual({ id: made.id, object: 'api_key', deleted: true })
    expect(await findApiKey(made.key)).toBeNull()
  }
  expect(await namesOf(await list(ada))).toEqual([])
})

it('members see and revoke their own keys, owners those of the team, nobody those of another', async () => {
  const [ada, bob] = [await cookieOf('ada@example.org'), await cookieOf('bob@example.org')]
  const ofAda = await (await make(ada, { name: 'of Ada' })).json()
  const ofBob = await (await make(bob, { name: 'of Bob' })).json()
  expect(await namesOf(await list(bob))).toEqual(['of Bob'])
  expect(await namesOf(await list(ada))).toEqual(['of Bob', 'of Ada'])
  expect((await revoke(bob, ofAda.id)).status).toBe(404)
  expect(await findApiKey(ofAda.key)).not.toBeNull()

  const others = await postgres.database.team.create({ data: { name: 'Others' } })
  const { id } = await postgres.database.user.create({
    data: { email: 'eve@example.org', name: 'Eve', passwordHash: '-' },
  })
  await postgres.database.membership.create({ data: { teamId: others.id, userId: id, role: 'owner' } })
  const eve = await cookieOf('eve@example.org')
  expect(await namesOf(await list(eve))).toEqual([])
  expect((await revoke(eve, ofBob.id)).status).toBe(404)
  expect((await revoke(ada, 'no-uuid')).status).toBe(404)
  expect(await findApiKey(ofBob.key)).not.toBeNull()

  expect((await revoke(ada, ofBob.id)).status).toBe(200)
  expect(await findApiKey(ofBob.key)).toBeNull()
})

it('a key cannot make, see or revoke keys; a stranger and another site cannot either', async () => {
  const ada = await cookieOf('ada@example.org')
  const secret = await createApiKey('ada@example.org', 'leaked')
  const [row] = (await (await list(ada)).json()).data
  const cases: [Headers, number, ErrorType][] = [
    [{ authorization: `Bearer ${secret}` }, 403, 'permission_denied'],
    [{ ...ada, authorization: `Bearer ${secret}` }, 403, 'permission_denied'],
    [{ authorization: 'Bearer avs-unknown' }, 401, 'invalid_api_key'],
    [{}, 401, 'invalid_api_key'],
    [{ ...ada, origin: 'https://elsewhere.example' }, 403, 'permission_denied'],
  ]
  for (const [headers, status, type] of cases) {
    for (const answer of [await make(headers, { name: 'more' }), await revoke(headers, row.id)]) {
      expect(answer.status).toBe(status)
      expect((await answer.json()).error.type).toBe(type)
    }
  }
  expect((await list({ authorization: `Bearer ${secret}` })).status).toBe(403)
  expect(await namesOf(await list(ada))).toEqual(['leaked'])
})

it.each([{}, { name: '  ' }, { name: 'x'.repeat(81) }, { name: 'a\u0000b' }, { name: 'x', more: 1 }])(
  'refuses %j',
  async (body) => {
    expect((await make(await cookieOf('ada@example.org'), body)).status).toBe(422)
  },
)
