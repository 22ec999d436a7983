import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import { createOwner } from '@/lib/team/accounts'
import { createApiKey } from '@/lib/team/api-keys'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import {
  deletedWebhookSchema,
  deliveryListSchema,
  deliverySchema,
  webhookListSchema,
  webhookSchema,
  webhookWithSecretSchema,
} from './schema'

vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = 'a secret of this test'
})
const routes = {
  '/v1/webhooks': await import('@/app/v1/webhooks/route'),
  '/v1/webhooks/[id]': await import('@/app/v1/webhooks/[id]/route'),
  '/v1/webhooks/[id]/rotate': await import('@/app/v1/webhooks/[id]/rotate/route'),
  '/v1/webhooks/[id]/test': await import('@/app/v1/webhooks/[id]/test/route'),
  '/v1/webhooks/[id]/deliveries': await import('@/app/v1/webhooks/[id]/deliveries/route'),
  '/v1/webhooks/[id]/deliveries/[deliveryId]/redeliver': await import(
    '@/app/v1/webhooks/[id]/deliveries/[deliveryId]/redeliver/route'
  ),
}
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

let postgres: TestDatabase
let key: string
beforeAll(async () => {
  postgres = await startTestDatabase()
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
  key = await createApiKey('ada@example.org', 'tests')
}, 90_000)
afterAll(() => postgres.dispose())

type Asked = { params?: Record<string, string>; body?: unknown; query?: string }

async function ask(method: Method, path: keyof typeof routes, { params = {}, body, query = '' }: Asked = {}) {
  const request = new Request(`http://localhost:3000${path}${query}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const answer = await routes[path][method](request, contextOf(params))
  return { status: answer.status, body: await answer.json() }
}

const contextOf = (params: Record<string, string>) => ({ params: Promise.resolve(params) }) as never

/** Holds an answer against its schema: nothing of it missing, and, since parsing drops the unknown, nothing more. */
async function expectOf<T>(schema: z.ZodType<T>, answer: ReturnType<typeof ask>): Promise<T> {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  const parsed = schema.parse(body)
  expect(parsed).toEqual(body)
  return parsed
}

it('every route answers as its schema says', async () => {
  const url = 'https://hooks.example.org/studio'
  const made = await expectOf(webhookWithSecretSchema, ask('POST', '/v1/webhooks', { body: { url } }))
  const { id } = made
  const params = { id }
  const { data } = await expectOf(webhookListSchema, ask('GET', '/v1/webhooks'))
  expect(data).toHaveLength(1)
  await expectOf(webhookSchema, ask('GET', '/v1/webhooks/[id]', { params }))
  const body = { events: ['video.failed', 'video.failed'], enabled: true }
  const changed = await expectOf(webhookSchema, ask('PATCH', '/v1/webhooks/[id]', { params, body }))
  expect(changed).toMatchObject({ id, url, events: ['video.failed'] })
  const rotated = await expectOf(webhookWithSecretSchema, ask('POST', '/v1/webhooks/[id]/rotate', { params }))
  expect(rotated.secret).not.toBe(made.secret)
  const test = await expectOf(deliverySchema, ask('POST', '/v1/webhooks/[id]/test', { params }))
  const query = '?limit=1'
  const log = await expectOf(
    deliveryListSchema,
    ask('GET', '/v1/webhooks/[id]/deliveries', { params, query }),
  )
  expect(log).toMatchObject({ data: [{ id: test.id, type: 'webhook.test' }], has_more: false, last_id: null })
  const again = ask('POST', '/v1/webhooks/[id]/deliveries/[deliveryId]/redeliver', {
    params: { id, deliveryId: test.id },
  })
  expect(await expectOf(deliverySchema, again)).toMatchObject({ id: test.id })
  await expectOf(deletedWebhookSchema, ask('DELETE', '/v1/webhooks/[id]', { params }))
  expect(await ask('GET', '/v1/webhooks/[id]', { params })).toMatchObject({
    status: 404,
    body: { error: { type: 'not_found' } },
  })
})

it.each([
  [{}, 422, 'invalid_request', 'url'],
  [{ url: 'https://example.org', events: [] }, 422, 'invalid_request', 'events'],
  [{ url: 'https://example.org', events: ['video.started'] }, 422, 'invalid_request', 'events.0'],
  [{ url: 'https://example.org', secret: 'mine' }, 422, 'invalid_request', 'secret'],
  [{ url: 'https://user:password@example.org' }, 400, 'invalid_url', 'url'],
  [{ url: 'http://169.254.169.254/latest' }, 400, 'invalid_url', 'url'],
  [{ url: 'http://2130706433/' }, 400, 'invalid_url', 'url'],
  [{ url: 'javascript:alert(1)' }, 400, 'invalid_url', 'url'],
])('refuses %j', async (body, status, type, param) => {
  const answer = await ask('POST', '/v1/webhooks', { body })
  expect(answer).toMatchObject({ status, body: { error: { type, param } } })
})

it.each(['?limit=0', '?limit=101', '?after=msg_x', '?after=%00', '?page=2'])(
  'refuses the query %s',
  async (query) => {
    const params = { id: crypto.randomUUID() }
    expect((await ask('GET', '/v1/webhooks/[id]/deliveries', { params, query })).status).toBe(422)
  },
)
