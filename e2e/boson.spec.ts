import { expect, test } from '@playwright/test'
import { createVideo, makeAccount, makeKey, waitFor } from './support/api'
import { OWNER, shared } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

let studio: StudioProcess
let key: string

test.beforeAll(async () => {
  const { url, dataDir } = shared()
  const upstreamKey = await makeKey(dataDir, OWNER.email)
  studio = await startStudio({ env: { BOSON_API_KEY: upstreamKey, BOSON_BASE_URL: url } })
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
