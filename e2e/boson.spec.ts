import { openAsBlob, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { makeAccount, ownerKey } from './support/account'
import { bearer, createVideo, post, waitFor } from './support/api'
import { probe } from './support/media'
import { shared } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

let studio: StudioProcess
let key: string
/** The key this studio has with its upstream: it must never leave it but to go there. */
let upstreamKey: string

test.beforeAll(async () => {
  const { url } = shared()
  upstreamKey = await ownerKey()
  studio = await startStudio({ env: { BOSON_API_KEY: upstreamKey, BOSON_BASE_URL: url, LOG_LEVEL: 'debug' } })
  key = await makeAccount(studio.url)
})

test.afterAll(async () => {
  await studio.dispose()
})

test('a studio with a key makes its video through another studio over HTTP', async () => {
  const video = await waitFor(
    studio.url,
    key,
    (await createVideo(studio.url, key, { text: 'Made elsewhere, kept here.', size: '640x480' })).id,
  )
  expect(video).toMatchObject({ status: 'completed', provider: 'boson', width: 640, height: 480 })
  expect(video.seconds).toBeGreaterThan(1)
  expect(video.bytes).toBeGreaterThan(20_000)
})

test('a recording goes the same way', async () => {
  const { media } = shared()
  const video = await waitFor(studio.url, key, (await createVideo(studio.url, key, { audio: media.mp3 })).id)
  expect(video).toMatchObject({ status: 'completed', provider: 'boson' })
  expect(Math.abs((video.seconds ?? 0) - media.seconds)).toBeLessThan(0.2)
})

test('what the upstream refuses fails with its reason and keeps the inputs', async () => {
  const video = await waitFor(
    studio.url,
    key,
    (await createVideo(studio.url, key, { text: 'Hi.', voice: 'nobody' })).id,
  )
  expect(video).toMatchObject({ status: 'failed', error_type: 'unknown_voice', script: 'Hi.' })
  expect(video.error).toMatch(/nobody/)
})

test('whoever watches sees it while the upstream makes it', async () => {
  const words = 'It is made over there, and watched over here, one piece after the other.'
  const response = await post(studio.url, key, { text: words }, { path: '/v1/videos/stream' })
  const id = response.headers.get('x-video-id') ?? ''
  const pieces: Uint8Array[] = []
  for await (const piece of response.body ?? []) pieces.push(piece)
  expect(pieces.length).toBeGreaterThan(5)
  writeFileSync('test-results/relayed.mp4', Buffer.concat(pieces))
  const video = await waitFor(studio.url, key, id)
  expect(video).toMatchObject({ status: 'completed', provider: 'boson' })
  expect(Math.abs((await probe('test-results/relayed.mp4')).seconds - (video.seconds ?? 0))).toBeLessThan(0.1)
})

test('a long script is spoken by the upstream first, in parts, and its words are known', async () => {
  const text = Array.from(
    { length: 7 },
    (_, i) => `This is sentence number ${i + 1}, one of seven that are said.`,
  )
  const { id } = await createVideo(studio.url, key, { text: text.join(' '), voice: 'nora' })
  expect(await waitFor(studio.url, key, id)).toMatchObject({ status: 'completed', error: null })
  const captions = `${studio.url}/v1/videos/${id}/content?variant=captions.vtt`
  const said = await (await fetch(captions, { headers: bearer(key) })).text()
  expect(said).toMatch(/^WEBVTT/)
  expect(said).toContain('seven')
})

test('a custom voice is kept here and goes along with the request', async () => {
  const { media } = shared()
  const form = new FormData()
  form.set('ref_audio', await openAsBlob(media.wav), 'clip.wav')
  form.set('ref_text', 'This is a recording.')
  const made = await fetch(`${studio.url}/v1/audio/voices`, {
    method: 'POST',
    headers: bearer(key),
    body: form,
  })
  const { voice } = await made.json()
  expect(voice).toMatch(/^voice_/)
  const { id } = await createVideo(studio.url, key, { text: 'In a voice of my own.', voice })
  expect(await waitFor(studio.url, key, id)).toMatchObject({ status: 'completed', error: null, voice })
})

test('the key is in nothing that the studio says, stores or serves', async () => {
  const files = [...filesUnder(studio.dataDir), ...filesUnder('.next/static'), ...filesUnder('.next/server')]
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((file) => readFileSync(file).includes(upstreamKey))).toEqual([])
  expect(studio.output()).not.toContain(upstreamKey)
  const paths = [
    '/',
    '/sign-in',
    '/healthz',
    '/docs',
    '/v1/openapi.json',
    '/v1/videos',
    '/v1/models',
    '/v1/keys',
  ]
  for (const address of paths) {
    for (const headers of [bearer(key), {}]) {
      const answer = await fetch(studio.url + address, { headers })
      const said = `${JSON.stringify([...answer.headers])}${await answer.text()}`
      expect(said).not.toContain(upstreamKey)
    }
  }
})

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
