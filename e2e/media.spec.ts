import { expect, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { bearer, createVideo, getVideo, waitFor } from './support/api'
import { shared } from './support/shared'

let key: string
let content: string
let bytes: number

test.beforeAll(async () => {
  const { url } = shared()
  key = await ownerKey()
  const video = await waitFor(url, key, (await createVideo(url, key, { text: 'Bytes, please.' })).id)
  content = `${url}/v1/videos/${video.id}/content`
  bytes = video.bytes ?? 0
})

const get = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(content, { method, headers: { ...bearer(key), ...headers } })

test('the whole file has its exact length and says that ranges work', async () => {
  const response = await get()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-length')).toBe(String(bytes))
  expect(response.headers.get('accept-ranges')).toBe('bytes')
  expect(response.headers.get('content-type')).toBe('video/mp4')
  expect((await response.arrayBuffer()).byteLength).toBe(bytes)
})

test('Safari’s way: the first two bytes, then ranges, glue to the same file', async () => {
  const two = await get({ range: 'bytes=0-1' })
  expect(two.status).toBe(206)
  expect(two.headers.get('content-range')).toBe(`bytes 0-1/${bytes}`)
  expect(two.headers.get('content-length')).toBe('2')
  const whole = Buffer.from(await (await get()).arrayBuffer())
  const parts = [Buffer.from(await two.arrayBuffer())]
  for (let start = 2; start < bytes; start += 50_000) {
    const end = Math.min(bytes, start + 50_000) - 1
    const part = await get({ range: `bytes=${start}-${end}` })
    expect(part.headers.get('content-length')).toBe(String(end - start + 1))
    parts.push(Buffer.from(await part.arrayBuffer()))
  }
  expect(Buffer.concat(parts).equals(whole)).toBe(true)
  const tail = await get({ range: 'bytes=-100' })
  expect(Buffer.from(await tail.arrayBuffer()).equals(whole.subarray(-100))).toBe(true)
})

test('HEAD, conditional and impossible requests', async () => {
  const head = await get({}, 'HEAD')
  expect(head.status).toBe(200)
  expect(head.headers.get('content-length')).toBe(String(bytes))
  const etag = head.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
  expect((await get({ 'if-none-match': etag })).status).toBe(304)
  expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
  const beyond = await get({ range: `bytes=${bytes}-` })
  expect(beyond.status).toBe(416)
  expect(beyond.headers.get('content-range')).toBe(`bytes */${bytes}`)
})

test('the other variants, and what is refused', async () => {
  const variant = (name: string) => fetch(`${content}?variant=${name}`, { headers: bearer(key) })
  expect((await variant('poster')).headers.get('content-type')).toBe('image/jpeg')
  expect((await variant('portrait')).headers.get('content-type')).toBe('image/png')
  const unknown = await variant('hologram')
  expect(unknown.status).toBe(400)
  expect(await unknown.json()).toMatchObject({ error: { type: 'invalid_variant' } })
  expect((await fetch(content)).status).toBe(401)
  expect((await fetch(content, { headers: bearer('avs-wrong') })).status).toBe(401)
})

test('captions say each phrase when its words are heard', async () => {
  const { url } = shared()
  const script = 'One sentence comes first. Then, after a rest, there is another one.'
  const { id } = await waitFor(url, key, (await createVideo(url, key, { text: script })).id)
  const video = await getVideo(url, key, id)
  expect(video.words?.map(({ word }) => word).join(' ')).toBe(script)
  const captions = async (variant: string) =>
    (await fetch(`${url}/v1/videos/${id}/content?variant=${variant}`, { headers: bearer(key) })).text()
  const seconds = (stamp: string) =>
    Number(stamp.slice(0, 2)) * 3600 + Number(stamp.slice(3, 5)) * 60 + Number(stamp.slice(6))
  const starts = [...(await captions('captions.vtt')).matchAll(/^(\S+) --> /gm)].map(([, stamp]) =>
    seconds(stamp),
  )
  const said = (word: string) => video.words?.find((each) => each.word === word)?.start ?? -1
  expect(starts).toHaveLength(2)
  expect(starts[0]).toBeCloseTo(said('One'), 2)
  expect(starts[1]).toBeCloseTo(said('Then,'), 2)
  expect(await captions('captions.srt')).toMatch(
    /^1\n00:00:00,\d{3} --> .*\nOne sentence comes first\.\n\n2\n/,
  )
})
