import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStudioError, errorResponse } from './error-response'
import { readJson } from './json-body'

const MEGABYTE = 1024 * 1024
let server: Server
let port: number

beforeAll(async () => {
  server = createServer(async (incoming, outgoing) => {
    const response = await readJson(asNextGivesIt(incoming), MEGABYTE).then(
      (value) => Response.json({ value }),
      (error) => errorResponse(asStudioError(error)),
    )
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
  })
  server.keepAliveTimeout = 100
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** A `Request` over Node's own, made as Next makes the one a route handler gets. */
function asNextGivesIt(incoming: IncomingMessage): Request {
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ])
  const init = { method: incoming.method, headers, body: incoming, duplex: 'half' }
  return new Request('http://studio/', init as unknown as RequestInit)
}

/** Sends raw bytes over one connection, and only then reads what comes back, until it has ended. */
async function exchange(head: string, ...bodies: Buffer[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const start = `POST / HTTP/1.1\r\nhost: studio\r\nconnection: close\r\ncontent-type: application/json\r\n${head}\r\n`
  for (const piece of [start, ...bodies])
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.write(piece, () => resolve())
    })
  return text(socket)
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
const sized = (length: number) => `content-length: ${length}\r\n`
const chunk = (bytes: Buffer) =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
const LAST_CHUNK = Buffer.from('0\r\n\r\n')

describe('over a real connection', () => {
  it('reads a body with a length, and one in chunks', async () => {
    const body = Buffer.from('{"a":"ü"}')
    expect(await exchange(sized(body.length), body)).toContain('{"value":{"a":"ü"}}')
    const chunked = exchange(
      'transfer-encoding: chunked\r\n',
      chunk(body.subarray(0, 6)),
      chunk(body.subarray(6)),
      LAST_CHUNK,
    )
    expect(await chunked).toContain('{"value":{"a":"ü"}}')
  })

  it('a body that is far too large is answered, though its sender reads only in the end', async () => {
    const large = Buffer.alloc(30 * MEGABYTE, ' ')
    expect(statusOf(await exchange(sized(large.length), large))).toBe(413)
    const pieces = Array.from({ length: 30 }, () => chunk(Buffer.alloc(MEGABYTE, ' ')))
    expect(statusOf(await exchange('transfer-encoding: chunked\r\n', ...pieces, LAST_CHUNK))).toBe(413)
  })

  it('a body that never ends is answered, and then cut off', async () => {
    const piece = chunk(Buffer.alloc(MEGABYTE, ' '))
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    const answer = new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(String(bytes))))
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    socket.write(
      'POST / HTTP/1.1\r\nhost: studio\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    const send = () => {
      if (socket.writable) socket.write(piece, send)
    }
    send()
    expect(statusOf(await answer)).toBe(413)
    await closed
  })
})

describe('readJson', () => {
  const read = (
    body: string | Uint8Array,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) => readJson(new Request('http://studio/', { method: 'POST', body, headers } as RequestInit), MEGABYTE)

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
    'takes %s',
    async (type) => {
      expect(await read('{"a":[1,null]}', { 'content-type': type })).toEqual({ a: [1, null] })
    },
  )

  it.each([
    ['text/plain', 'A body of type text/plain is not accepted: send application/json.'],
    ['application/x-www-form-urlencoded', /application\/x-www-form-urlencoded is not accepted/],
    ['multipart/form-data; boundary=x', /multipart\/form-data is not accepted/],
    ['', 'The request has no Content-Type: send application/json.'],
  ])('refuses the type %j', async (type, sentence) => {
    const refused = expect(read(Buffer.from('{}'), type ? { 'content-type': type } : {})).rejects
    await refused.toThrow(sentence)
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"a":'],
    ['something after it', '{} {}'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a null character', '{"a":"x\\u0000"}'],
    ['half of a character', '{"a":["\\ud83d"]}'],
    ['a null character in a name', '{"\\u0000":1}'],
    ['brackets without end', '['.repeat(500_000)],
  ])('refuses %s', async (_fault, body) => {
    await expect(read(body)).rejects.toMatchObject({ type: 'invalid_request', status: 422 })
  })

  it('refuses a compressed body', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    await expect(read('{}', headers)).rejects.toMatchObject({
      type: 'invalid_request',
      param: 'Content-Encoding',
    })
  })

  it('reads whatever JSON can say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ stringUnit: 'grapheme' }), async (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('\\u0000'))
        expect(await read(text)).toEqual(JSON.parse(text))
      }),
    )
  })
})
