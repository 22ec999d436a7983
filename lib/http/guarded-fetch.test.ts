import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fetchToFile, postGuarded } from './guarded-fetch'
import { isPublicAddress } from './public-address'

let directory: string
let server: Server
let origin: string
let answer: RequestListener

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'guarded-'))
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no address')
  origin = `http://127.0.0.1:${address.port}`
})

afterAll(() => {
  server.close()
  rmSync(directory, { recursive: true, force: true })
})

const options = { param: 'ref_image', maxBytes: 1000, allowPrivate: true }
const file = () => path.join(directory, 'out')

it('downloads, following a redirect', async () => {
  answer = (request, response) =>
    request.url === '/a' ? response.writeHead(302, { location: '/b' }).end() : response.end('picture')
  await fetchToFile(`${origin}/a`, file(), options)
  expect(readFileSync(file(), 'utf8')).toBe('picture')
})

it('stops at the size limit, at endless redirects and at a refusal', async () => {
  answer = (_request, response) => response.end(Buffer.alloc(2000))
  await expect(fetchToFile(origin, file(), options)).rejects.toMatchObject({ type: 'payload_too_large' })
  answer = (_request, response) => response.writeHead(302, { location: '/' }).end()
  await expect(fetchToFile(origin, file(), options)).rejects.toMatchObject({ type: 'invalid_url' })
  answer = (_request, response) => response.writeHead(404).end()
  await expect(fetchToFile(origin, file(), options)).rejects.toThrow(/404/)
})

it.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://10.0.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://0.0.0.0/',
  'http://192.168.1.1/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://user@example.org/',
  'file:///etc/passwd',
  'ftp://example.org/a',
  'not a url',
])('refuses %s', async (address) => {
  await expect(fetchToFile(address, file(), { ...options, allowPrivate: false })).rejects.toMatchObject({
    type: 'invalid_url',
    param: 'ref_image',
  })
})

it('tells public from other addresses', () => {
  expect(isPublicAddress('93.184.216.34')).toBe(true)
  expect(isPublicAddress('2606:2800:220:1::1')).toBe(true)
  for (const address of ['127.0.0.1', '10.1.2.3', '::1', '::ffff:10.0.0.1', 'fe80::1', 'nonsense']) {
    expect(isPublicAddress(address)).toBe(false)
  }
})

it('posts, follows no redirect, reads the status only', async () => {
  const seen: string[] = []
  answer = async (request, response) => {
    for await (const chunk of request) seen.push(`${request.headers['webhook-id']} ${chunk}`)
    response.writeHead(307, { location: '/elsewhere' }).end('x'.repeat(100_000))
  }
  const { status } = await postGuarded(
    origin,
    '{"a":1}',
    { 'webhook-id': 'msg_1' },
    { ...options, param: 'url' },
  )
  expect(status).toBe(307)
  expect(seen).toEqual(['msg_1 {"a":1}'])
  const never = { ...options, param: 'url', totalMs: 50 }
  answer = () => {}
  await expect(postGuarded(origin, '', {}, never)).rejects.toMatchObject({
    type: 'invalid_url',
    param: 'url',
  })
})
