import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { bearer, getVideo, post, waitFor } from './support/api'
import { probe } from './support/media'
import { PORTRAIT, SESSION, shared } from './support/shared'

const WORDS = 'A film that is watched while it is made, from its first word to its last, and then kept whole.'

let key: string

test.beforeAll(async () => {
  key = await ownerKey()
})

const stream = (text: string, signal?: AbortSignal) =>
  post(shared().url, key, { text }, { path: '/v1/videos/stream', signal })

test('the stream is a film that begins before the video is made, and the video is kept as any other', async () => {
  const response = await stream(WORDS.repeat(3))
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('video/mp4')
  const id = response.headers.get('x-video-id') ?? ''
  expect(id).toMatch(/^video_[0-9a-f]{24}$/)

  const pieces: Uint8Array[] = []
  let madeAtFirstPiece: number | null = null
  for await (const piece of response.body ?? []) {
    if (madeAtFirstPiece === null && pieces.length > 0)
      madeAtFirstPiece = (await getVideo(shared().url, key, id)).progress
    pieces.push(piece)
  }
  expect(madeAtFirstPiece).toBeLessThan(60)
  expect(pieces.length).toBeGreaterThan(10)
  writeFileSync('test-results/streamed.mp4', Buffer.concat(pieces))

  const video = await waitFor(shared().url, key, id)
  expect(video.status).toBe('completed')
  const streamed = await probe('test-results/streamed.mp4')
  expect(streamed.video).toMatchObject({ codec_name: 'h264', profile: 'High', width: 640, height: 640 })
  expect(streamed.audio).toMatchObject({ codec_name: 'aac' })
  expect(Math.abs(streamed.seconds - (video.seconds ?? 0))).toBeLessThan(0.1)
  const stored = await fetch(`${shared().url}/v1/videos/${id}/content`, { headers: bearer(key) })
  expect(stored.headers.get('content-length')).toBe(String(video.bytes))
})

test('whoever hangs up does not stop the video', async () => {
  const abort = new AbortController()
  const response = await stream(WORDS, abort.signal)
  const id = response.headers.get('x-video-id') ?? ''
  await response.body?.getReader().read()
  abort.abort()
  expect(await waitFor(shared().url, key, id)).toMatchObject({ status: 'completed', error: null })
})

test('a video that ends before there is anything to see answers as an error, with its id', async () => {
  const { url } = shared()
  const remove = (id: string) => fetch(`${url}/v1/videos/${id}`, { method: 'DELETE', headers: bearer(key) })
  const list = async () =>
    (await (await fetch(`${url}/v1/videos?limit=1`, { headers: bearer(key) })).json()).data[0]
  // Keeps the worker busy, so that the next one waits.
  const { id: before } = await (await post(url, key, { text: WORDS.repeat(6) })).json()
  const watching = stream(WORDS)
  await expect.poll(async () => (await list()).id).not.toBe(before)
  await remove((await list()).id)
  const response = await watching
  await remove(before)
  expect(response.status).toBe(409)
  expect(response.headers.get('x-video-id')).toMatch(/^video_/)
  expect(await response.json()).toMatchObject({ error: { type: 'cancelled' } })
})

test('a cancelled video’s stream is cut, so that nobody takes half of it for the whole', async () => {
  const response = await stream(WORDS.repeat(5))
  const id = response.headers.get('x-video-id') ?? ''
  const reader = response.body?.getReader()
  await reader?.read()
  await fetch(`${shared().url}/v1/videos/${id}/cancel`, { method: 'POST', headers: bearer(key) })
  const rest = async () => {
    while (!(await reader?.read())?.done);
  }
  await expect(rest()).rejects.toThrow()
})

test('what is refused is refused as JSON, before any stream', async () => {
  const response = await stream('😀')
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { type: 'empty_input' } })
})

test('the same key again watches the same video', async () => {
  const idempotent = { path: '/v1/videos/stream', headers: { 'idempotency-key': 'watch-twice' } }
  const digests: string[] = []
  const ids = new Set<string | null>()
  for (let time = 0; time < 2; time++) {
    const response = await post(shared().url, key, { text: 'Once is enough.' }, idempotent)
    ids.add(response.headers.get('x-video-id'))
    const bytes = new Uint8Array(await response.arrayBuffer())
    digests.push(createHash('sha256').update(bytes).digest('hex'))
  }
  expect(ids.size).toBe(1)
  expect(digests[0]).toBe(digests[1])
})

test.describe('in the browser', () => {
  test.use({ storageState: SESSION })

  test('the studio plays the film while it is made, and on when it is', async ({ page }) => {
    await page.goto(shared().url)
    await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
    await page.getByRole('textbox', { name: 'Script' }).fill(WORDS.repeat(6))
    await page.getByRole('button', { name: /^Create · / }).click()
    const video = page.locator('video')
    const time = () => video.evaluate((element: HTMLVideoElement) => element.currentTime)
    await expect.poll(time).toBeGreaterThan(0.3)
    // Playing, and yet not made.
    await expect(page.getByText('Drawing the frames')).toBeVisible()
    const address = await video.getAttribute('src')
    expect(address).toMatch(/^blob:/)
    // So that it is not over before it is made, however busy the machine is.
    await video.evaluate((element: HTMLVideoElement) => {
      element.playbackRate = 0.25
    })

    await expect(page.getByRole('button', { name: 'Download' })).toBeVisible({ timeout: 60_000 })
    const then = await time()
    await expect.poll(time).toBeGreaterThan(then)
    expect(await video.getAttribute('src')).toBe(address)
    const whole = await video.evaluate((element: HTMLVideoElement) => element.duration)
    expect(whole).toBeGreaterThan(30)
    await page.getByRole('slider', { name: 'Position' }).fill(String(whole - 0.3))
    await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true)
  })

  test('a film that is opened while it is made plays on its own page', async ({ page }) => {
    const abort = new AbortController()
    const response = await stream(WORDS.repeat(6), abort.signal)
    await page.goto(`${shared().url}/v/${response.headers.get('x-video-id')}`)
    const video = page.locator('video')
    await page.getByRole('button', { name: 'Play' }).click()
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(0.3)
    expect(await video.getAttribute('src')).toMatch(/^blob:/)
    abort.abort()
  })
})
