import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Patience } from './back-off'
import { BosonClient, type VideoOrder } from './client'
import type { StudioError } from './errors'

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

const patience = { firstMs: 1, longestMs: 20, totalMs: 2000, missingMs: 0 }
const client = (apiKey = 'bai-right', change: Partial<Patience> = {}) =>
  new BosonClient({ apiKey, baseUrl: origin, patience: { ...patience, ...change } })
const signal = new AbortController().signal
const order: VideoOrder = {
  model: 'higgs-avatar',
  size: '640x640',
  image: { bytes: new Uint8Array([1, 2, 3]), contentType: 'image/png' },
  speech: { input: 'Hi.', voice: 'default', model: 'higgs-tts-3' },
}
const text = (status: number, body: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'text/html' }).end(body)
}
const drop = (request: IncomingMessage) => request.socket.destroy()
/** An answer of which only the beginning comes. */
const cut = (body: string) => (request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': String(body.length + 9) })
  response.write(body, () => request.socket.destroy())
}
const fail =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

it('creates a video and counts an unknown status as pending', async () => {
  const { id } = await client().createVideo(order, signal)
  expect(await client().retrieveVideo(id, signal)).toMatchObject({
    id,
    status: 'in_progress',
    progress: 40,
    error: null,
  })
})

it('never repeats a create whose answer was lost', async () => {
  faults = [drop]
  await expect(client().createVideo(order, signal)).rejects.toMatchObject({ type: 'outcome_unknown' })
  expect(requests).toBe(1)
})

it('repeats a create that was refused as busy, after the wait it was told', async () => {
  const busy = fail(429, { error: { message: 'busy', type: 'all_replicas_busy' } }, { 'retry-after': '0.05' })
  faults = [busy, busy]
  await client().createVideo(order, signal)
  expect(requests).toBe(3)
  expect(accepted.size).toBe(1)
})

it('stops at once without credit or with a wrong key', async () => {
  faults = [fail(429, { error: { message: 'No credit left', type: 'insufficient_quota' } })]
  await expect(client().createVideo(order, signal)).rejects.toMatchObject({ type: 'insufficient_quota' })
  await expect(client('bai-wrong').createVideo(order, signal)).rejects.toMatchObject({
    type: 'invalid_api_key',
  })
  expect(requests).toBe(2)
})

it('repeats a read through dropped connections and 5xx', async () => {
  const { id } = await client().createVideo(order, signal)
  faults = [drop, fail(503, {}), fail(500, { error: { message: 'oops', type: 'odd' } })]
  expect((await client().retrieveVideo(id, signal)).id).toBe(id)
})

it('a missing video is not asked for again; one that was just ordered is, for a while', async () => {
  await expect(client().retrieveVideo('video_none', signal)).rejects.toMatchObject({ type: 'not_found' })
  expect(requests).toBe(1)
  const { id } = await client().createVideo(order, signal)
  faults = [fail(404, {}), fail(404, {})]
  expect((await client('bai-right', { missingMs: 1000 }).retrieveVideo(id, signal)).id).toBe(id)
})

it('repeats a read whose answer is cut short, is none, or never ends', async () => {
  const { id } = await client().createVideo(order, signal)
  faults = [
    text(200, '{"id": "video_1", "stat'),
    text(200, '<html>'),
    cut('{"id": "video_1"'),
    (_, response) => response.writeHead(200).end(`{"id": "${'x'.repeat(100_000)}"}`),
  ]
  expect((await client().retrieveVideo(id, signal)).id).toBe(id)
  expect(requests).toBe(6)
})

it('gives up when told to wait longer than it has patience, and when aborted', async () => {
  const busy = fail(429, { error: { message: 'busy', type: 'all_replicas_busy' } }, { 'retry-after': '3600' })
  faults = [busy]
  await expect(client().retrieveVideo('video_1', signal)).rejects.toMatchObject({ retryAfter: 3600 })
  expect(requests).toBe(1)
  const abort = new AbortController()
  faults = [
    (request, response) => {
      abort.abort(new Error('stop'))
      fail(503, {})(request, response)
    },
  ]
  await expect(client().retrieveVideo('video_1', abort.signal)).rejects.toThrow('stop')
  expect(requests).toBe(2)
})

it('an order that may have been accepted is never sent again, whatever came instead of an answer', async () => {
  const answers = [
    drop,
    fail(500, { error: { message: 'oops', type: 'internal' } }),
    text(502, '<html>Bad gateway</html>'),
    fail(503, {}, { 'retry-after': '0' }),
    text(200, '{"id": "video_0'),
    text(200, ''),
    fail(200, { object: 'video', status: 'queued' }),
    (_: IncomingMessage, response: ServerResponse) =>
      response.writeHead(303, { location: '/v1/videos/1' }).end(),
    cut('{'),
  ]
  for (const [i, answer] of answers.entries()) {
    requests = 0
    faults = [answer]
    await expect(client().createVideo(order, signal), `answer ${i}`).rejects.toMatchObject({
      type: 'outcome_unknown',
    })
    expect(requests).toBe(1)
  }
  expect(accepted.size).toBe(0)
})

it('an order that was aborted on its way may have been accepted; one that waited for its turn was not', async () => {
  const abort = new AbortController()
  faults = [() => abort.abort()]
  await expect(client().createVideo(order, abort.signal)).rejects.toMatchObject({ type: 'outcome_unknown' })
  const other = new AbortController()
  faults = [
    (request, response) => {
      fail(429, {}, { 'retry-after': '1.5' })(request, response)
      // Long after the answer came, long before the wait is over.
      response.once('close', () => setTimeout(() => other.abort(), 300))
    },
  ]
  await expect(client().createVideo(order, other.signal)).rejects.toMatchObject({ name: 'AbortError' })
  expect(accepted.size).toBe(0)
})

it('says what the upstream says, in whatever shape, and no more than a line of it', async () => {
  const said = async (fault: (typeof faults)[number]) => {
    faults = [fault]
    return client()
      .createVideo(order, signal)
      .then(String, (error: StudioError) => [error.type, error.message])
  }
  expect(await said(fail(422, { detail: 'No face' }))).toEqual([
    'invalid_request',
    'The upstream refused the request: No face',
  ])
  expect(await said(fail(400, { error: 'nope' }))).toEqual(['invalid_request', 'nope'])
  expect(await said(fail(400, { error: { type: 'audio_too_long', message: 'Too long.' } }))).toEqual([
    'audio_too_long',
    'Too long.',
  ])
  expect(await said(fail(429, { error: { code: 'insufficient_quota', message: 'Pay.' } }))).toEqual([
    'insufficient_quota',
    'Pay.',
  ])
  expect(await said(text(413, '<html>Too large'))).toEqual([
    'payload_too_large',
    'The upstream answered 413 without saying why.',
  ])
  const [, words] = await said(fail(400, { error: { message: 'x'.repeat(60_000), type: 'odd' } }))
  expect(words?.length).toBeLessThan(400)
  expect(await said(text(400, `{"error": "${'x'.repeat(200_000)}"}`))).toEqual([
    'invalid_request',
    'The upstream answered 400 without saying why.',
  ])
})

it('takes its key out of what the upstream says, and refuses one that would end up in a complaint', async () => {
  faults = [fail(400, { error: { message: 'Not with bai-right!', type: 'odd' } })]
  const refusal = await client().createVideo(order, signal).catch(String)
  expect(refusal).toContain('Not with [key]!')
  expect(() => client('bai\nright')).toThrow(/BOSON_API_KEY/)
})

it('hands over a live stream with the head of its answer; without such a route there is none', async () => {
  faults = [
    (_, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'x-video-id': 'video_7' })
      response.write('first')
    },
    fail(404, { detail: 'Not Found' }),
    fail(405, {}),
    (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end('who am I'),
    fail(404, { error: { type: 'model_not_found', message: 'No such model' } }),
  ]
  const streamed = await client().streamVideo(order, signal)
  expect(streamed?.id).toBe('video_7')
  const reader = streamed?.body?.getReader()
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first')
  await reader?.cancel()
  expect(await client().streamVideo(order, signal)).toBeNull()
  expect(await client().streamVideo(order, signal)).toBeNull()
  await expect(client().streamVideo(order, signal)).rejects.toMatchObject({ type: 'outcome_unknown' })
  await expect(client().streamVideo(order, signal)).rejects.toMatchObject({ type: 'model_not_found' })
})

it('reads FastAPI’s own error shape', async () => {
  await expect(client().createVideo({ ...order, speech: undefined }, signal)).rejects.toMatchObject({
    type: 'invalid_request',
    message: expect.stringContaining('field required'),
  })
})

it('does not carry the key to where a redirect points', async () => {
  faults = [(_, response) => response.writeHead(307, { location: `${origin}/elsewhere` }).end()]
  await expect(client().createVideo(order, signal)).rejects.toMatchObject({ type: 'upstream_failed' })
  expect(requests).toBe(1)
})

it('a port nobody listens on is no lost answer: nothing was sent', async () => {
  const closed = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => closed.once('listening', resolve))
  const address = closed.address()
  await new Promise((resolve) => closed.close(resolve))
  const port = address && typeof address !== 'string' ? address.port : 0
  const nowhere = new BosonClient({
    apiKey: 'x',
    baseUrl: `http://127.0.0.1:${port}`,
    patience: { ...patience, totalMs: 50 },
  })
  await expect(nowhere.createVideo(order, signal)).rejects.toMatchObject({ type: 'upstream_failed' })
})
