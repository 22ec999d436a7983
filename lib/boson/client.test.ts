import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { BosonClient, type CreateVideoParts } from './client'

/** A stateful upstream that checks the key and the body, counts what it accepted, and fails as it is told. */
let server: Server
let origin: string
let faults: ((request: IncomingMessage, response: ServerResponse) => void)[] = []
const accepted = new Map<string, string>()
let requests = 0

beforeAll(async () => {
  server = createServer(async (request, response) => {
    requests += 1
    const body = (await buffer(request)).toString('latin1')
    const reply = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.headers.authorization !== 'Bearer bai-right') {
      return reply(401, { error: { message: 'Invalid API key', type: 'invalid_api_key' } })
    }
    const fault = faults.shift()
    if (fault) return fault(request, response)
    if (request.method === 'POST') {
      if (!body.includes('name="ref_image"') || !body.includes('name="input_tts"')) {
        return reply(422, { detail: [{ loc: ['body', 'ref_image'], msg: 'field required' }] })
      }
      const id = `video_${String(accepted.size).padStart(24, '0')}`
      accepted.set(id, body)
      return reply(200, {
        id,
        object: 'video',
        model: 'higgs-avatar',
        status: 'queued',
        progress: 0,
        size: '640x640',
        created_at: 1,
      })
    }
    const id = request.url?.split('/').at(-1) ?? ''
    if (!accepted.has(id)) return reply(404, { error: { message: 'No such video', type: 'not_found' } })
    reply(200, {
      id,
      object: 'video',
      model: 'higgs-avatar',
      status: 'rendering_deluxe',
      progress: 40,
      size: '640x640',
      created_at: 1,
      error: null,
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no address')
  origin = `http://127.0.0.1:${address.port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  faults = []
  accepted.clear()
  requests = 0
})

const client = (apiKey = 'bai-right') => new BosonClient({ apiKey, baseUrl: origin })
const signal = new AbortController().signal
const parts: CreateVideoParts = {
  model: 'higgs-avatar',
  size: '640x640',
  image: { bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' },
  speech: { input: 'Hi.', voice: 'default', model: 'higgs-tts-3' },
}
const fail =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

it('creates a video and counts an unknown status as pending', async () => {
  const { id } = await client().createVideo(parts, signal)
  expect(await client().retrieveVideo(id, signal)).toMatchObject({
    id,
    status: 'in_progress',
    progress: 40,
    error: null,
  })
})

it('never repeats a create whose answer was lost', async () => {
  faults = [(request) => request.socket.destroy()]
  await expect(client().createVideo(parts, signal)).rejects.toMatchObject({ type: 'outcome_unknown' })
  expect(requests).toBe(1)
})

it('repeats a create that was refused as busy, after the wait it was told', async () => {
  const busy = fail(429, { error: { message: 'busy', type: 'all_replicas_busy' } }, { 'retry-after': '0.05' })
  faults = [busy, busy]
  await client().createVideo(parts, signal)
  expect(requests).toBe(3)
  expect(accepted.size).toBe(1)
})

it('stops at once without credit or with a wrong key', async () => {
  faults = [fail(429, { error: { message: 'No credit left', type: 'insufficient_quota' } })]
  await expect(client().createVideo(parts, signal)).rejects.toMatchObject({ type: 'insufficient_quota' })
  await expect(client('bai-wrong').createVideo(parts, signal)).rejects.toMatchObject({
    type: 'invalid_api_key',
  })
  expect(requests).toBe(2)
})

it('repeats a read through dropped connections and 5xx', async () => {
  const { id } = await client().createVideo(parts, signal)
  faults = [
    (request) => request.socket.destroy(),
    fail(503, {}),
    fail(500, { error: { message: 'oops', type: 'odd' } }),
  ]
  expect((await client().retrieveVideo(id, signal)).id).toBe(id)
})

it('a missing video is not asked for again', async () => {
  await expect(client().retrieveVideo('video_none', signal)).rejects.toMatchObject({ type: 'not_found' })
  expect(requests).toBe(1)
})

it('reads FastAPI’s own error shape', async () => {
  await expect(client().createVideo({ ...parts, speech: undefined }, signal)).rejects.toMatchObject({
    type: 'invalid_request',
    message: expect.stringContaining('field required'),
  })
})

it('does not carry the key to where a redirect points', async () => {
  faults = [(_, response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end()]
  await expect(client().createVideo(parts, signal)).rejects.toMatchObject({ type: 'upstream_failed' })
  expect(requests).toBe(1)
})

it('a port nobody listens on is no lost answer: nothing was sent', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => closed.once('listening', resolve))
  const address = closed.address()
  await new Promise((resolve) => closed.close(resolve))
  const port = address && typeof address !== 'string' ? address.port : 0
  const nowhere = new BosonClient({ apiKey: 'x', baseUrl: `http://127.0.0.1:${port}` })
  await expect(nowhere.createVideo(parts, signal)).rejects.toMatchObject({ type: 'upstream_failed' })
})
