import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { bearer, createVideo, makeAccount, makeKey, waitFor } from './support/api'
import { OWNER, shared } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

let studio: StudioProcess
let key: string
/** The key this studio has with its upstream: it must never leave it but to go there. */
let upstreamKey: string

test.beforeAll(async () => {
  const { url, dataDir } = shared()
  upstreamKey = await makeKey(dataDir, OWNER.email)
  studio = await startStudio({ env: { BOSON_API_KEY: upstreamKey, BOSON_BASE_URL: url, LOG_LEVEL: 'debug' } })
  key = await makeAccount(studio.dataDir)
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
