import { openAsBlob, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, test } from '@playwright/test'
import { GRACE, makeAccount, ownerKey, signIn } from './support/account'
import { bearer, createVideo, post, waitFor } from './support/api'
import { probe } from './support/media'
import { PORTRAIT, shared } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

let studio: StudioProcess
let key: string
/** The key this studio has with its upstream: it must never leave it but to go there. */
let upstreamKey: string

test.beforeAll(async () => {
  const { url } = shared()
  upstreamKey = await ownerKey()
  const price = { BOSON_PRICE_PER_SECOND: '0.05', BOSON_PRICE_CURRENCY: 'EUR' }
  studio = await startStudio({
    env: { BOSON_API_KEY: upstreamKey, BOSON_BASE_URL: url, LOG_LEVEL: 'debug', ...price },
  })
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
  expect(video.cost).toEqual({ amount: 0.05 * (video.seconds ?? 0), currency: 'EUR' })
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

test('a draft is made here, finished at Boson from the same inputs, and both are compared in step', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: studio.url })
  await signIn(context.request, GRACE)
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  const words = 'Made here first, then made there.'
  await page.getByRole('textbox', { name: 'Script' }).fill(words)
  await page.getByRole('radio', { name: 'Jake' }).check()
  await expect(page.getByRole('radio', { name: /^Boson/ })).toBeChecked()
  await expect(page.getByRole('button', { name: /^Create · \d s, about €0\.\d\d, ready/ })).toBeVisible()
  await page.getByRole('radio', { name: /^Draft here/ }).check()
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Draft here/ })).toBeChecked()
  await expect(page.getByRole('button', { name: /^Create · [^€]*$/ })).toBeVisible()
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/v1/videos'))
  await page.getByRole('button', { name: /^Create · / }).click()
  const { id } = await (await asked).json()
  const draft = await waitFor(studio.url, key, id)
  expect(draft).toMatchObject({ status: 'completed', provider: 'local', cost: null })

  await page.goto(`/v/${id}`)
  await page.getByRole('button', { name: /^Finish on Boson, about €0\.\d\d/ }).click()
  await page.waitForURL((address) => address.pathname.startsWith('/v/') && !address.pathname.endsWith(id))
  const finished = await waitFor(studio.url, key, new URL(page.url()).pathname.slice('/v/'.length))
  const { script, voice, size, title } = draft
  expect(finished).toMatchObject({ status: 'completed', provider: 'boson', version_of: id })
  expect(finished).toMatchObject({ script, voice, size, title, cost: { currency: 'EUR' } })

  // Back at the draft it is not offered, and charged, once more.
  await page.getByRole('link', { name: /^The first/ }).click()
  await page.waitForURL(`**/v/${id}`)
  await expect(page.getByRole('button', { name: /^Finish on Boson/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Compare with Boson' }).click()
  await page.waitForURL(/\/compare\//)
  const [here, there] = ['This studio', 'Boson'].map((name) => page.locator(`video[aria-label="${name}"]`))
  await page.getByRole('button', { name: 'Play' }).click()
  const at = (film: Locator) =>
    film.evaluate(({ currentTime, muted }: HTMLVideoElement) => ({ currentTime, muted }))
  await expect.poll(async () => (await at(there)).currentTime).toBeGreaterThan(0.5)
  expect(Math.abs((await at(here)).currentTime - (await at(there)).currentTime)).toBeLessThan(0.4)
  expect([(await at(here)).muted, (await at(there)).muted]).toEqual([false, true])
  await page.getByRole('radio', { name: 'Boson' }).check()
  expect([(await at(here)).muted, (await at(there)).muted]).toEqual([true, false])
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await context.close()
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
