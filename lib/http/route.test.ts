import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { json, routes } from './route'

const context = { params: Promise.resolve({ id: 'video_1' }) }
const ask = (method: string) => new Request('http://studio/v1/videos/video_1', { method })

const all = routes<{ id: string }>({
  GET: async ({ params, headers }) => {
    headers.set('ratelimit-remaining', '9')
    return json({ id: params.id })
  },
  POST: async ({ headers }) => {
    headers.set('ratelimit-remaining', '0')
    throw new StudioError('rate_limit_exceeded', 'Too fast.', { retryAfter: 1.2 })
  },
  PATCH: async () => json(z.strictObject({}).parse({ colour: 'red' })),
  DELETE: async () => {
    throw new Error('the password of the database is tiger')
  },
})

it('answers with a request id and the headers that were set on the way', async () => {
  const first = await all.GET(ask('GET'), context)
  expect(await first.json()).toEqual({ id: 'video_1' })
  expect(first.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/)
  expect(first.headers.get('ratelimit-remaining')).toBe('9')
  const second = await all.GET(ask('GET'), context)
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
})

it('errors keep their type, request id and headers', async () => {
  const response = await all.POST(ask('POST'), context)
  expect(response.status).toBe(429)
  expect(await response.json()).toEqual({ error: { message: 'Too fast.', type: 'rate_limit_exceeded' } })
  expect(response.headers.get('retry-after')).toBe('2')
  expect(response.headers.get('ratelimit-remaining')).toBe('0')
  expect(response.headers.get('x-request-id')).toMatch(/^req_/)
})

it('a body that does not fit names the field; an unexpected error says nothing of its cause', async () => {
  const misfit = await all.PATCH(ask('PATCH'), context)
  expect([misfit.status, await misfit.json()]).toMatchObject([422, { error: { param: 'colour' } }])
  const broken = await all.DELETE(ask('DELETE'), context)
  expect(broken.status).toBe(500)
  expect(await broken.text()).not.toContain('tiger')
})

it('a method without a handler is answered 405 with what is possible', async () => {
  const response = await all.PUT(ask('PUT'), context)
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST, PATCH, DELETE')
  expect(await response.json()).toMatchObject({ error: { type: 'method_not_allowed' } })
  const options = await all.OPTIONS(ask('OPTIONS'), context)
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, PATCH, DELETE'])
})

it('an address with a null character leads nowhere', async () => {
  const at = (path: string) => all.GET(new Request(`http://studio/v1/videos/${path}`), context)
  expect((await at('video%00')).status).toBe(404)
  expect((await at('video?after=%00')).status).toBe(422)
  expect((await at('video?after=100%25')).status).toBe(200)
})

it('every route file of the API exports every method', () => {
  const files = readdirSync('app/v1', { recursive: true, encoding: 'utf8' })
  const routeFiles = files.filter((file) => path.basename(file) === 'route.ts')
  expect(routeFiles.length).toBeGreaterThan(5)
  for (const file of routeFiles)
    expect(readFileSync(path.join('app/v1', file), 'utf8'), file).toContain(
      'export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes',
    )
})
