import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { createVideo, waitFor } from './support/api'
import { SESSION, shared } from './support/shared'

let id: string

test.use({ storageState: SESSION })

test.beforeAll(async () => {
  const { url } = shared()
  const key = await ownerKey()
  const text =
    'First there is one sentence. After it there is a second one, so that there is something to seek in.'
  id = (await waitFor(url, key, (await createVideo(url, key, { text })).id)).id
})

const open = async (page: Page) => {
  await page.goto(`${shared().url}/v/${id}`)
  await expect.poll(() => state(page).then(({ duration }) => duration)).toBeGreaterThan(4)
}

const state = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => ({
    time: video.currentTime,
    duration: video.duration,
    paused: video.paused,
    muted: video.muted,
    volume: video.volume,
    rate: video.playbackRate,
    captions: video.textTracks[0]?.mode,
  }))

test('keys steer the film, and what was chosen holds on the next visit', async ({ page }) => {
  await open(page)
  await page.keyboard.press('5')
  const half = (await state(page)).duration / 2
  await expect.poll(async () => (await state(page)).time).toBeCloseTo(half, 1)
  const before = Math.floor((await state(page)).time * 25)
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await expect.poll(async () => Math.floor((await state(page)).time * 25)).toBe(before + 2)
  await page.keyboard.press(',')
  await expect.poll(async () => Math.floor((await state(page)).time * 25)).toBe(before + 1)
  await page.keyboard.press('j')
  await expect.poll(async () => (await state(page)).time).toBeLessThan(half - 1)

  await page.keyboard.press('>')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('m')
  await expect.poll(() => state(page)).toMatchObject({ rate: 1.25, volume: 0.9, muted: true })
  // Nothing can be heard, so what is said can be read.
  await expect.poll(async () => (await state(page)).captions).toBe('showing')
  await page.keyboard.press('c')
  await expect.poll(async () => (await state(page)).captions).toBe('hidden')
  await page.keyboard.press('Space')
  await expect.poll(async () => (await state(page)).paused).toBe(false)
  await page.keyboard.press('k')
  await expect.poll(async () => (await state(page)).paused).toBe(true)

  await open(page)
  await expect.poll(() => state(page)).toMatchObject({ rate: 1.25, volume: 0.9, captions: 'hidden' })
})

test('keys belong to whoever writes, and can be turned off', async ({ page }) => {
  await open(page)
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.keyboard.type('k m 5')
  expect(await state(page)).toMatchObject({ time: 0, paused: true, muted: false })
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys of the player' })
  await expect(sheet).toBeVisible()
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([])
  await sheet.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('m')
  expect((await state(page)).muted).toBe(false)
})

test('the menu has speed and more, and all of it where the player is narrow', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(page)
  await page.getByRole('button', { name: 'Film settings' }).click()
  await page.getByLabel('Speed').selectOption('2')
  await page.getByRole('button', { name: 'Repeat' }).click()
  await page.getByRole('button', { name: 'Captions', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Speed')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Film settings' })).toBeFocused()
  expect(await state(page)).toMatchObject({ rate: 2, captions: 'showing' })
  expect(await page.locator('video').evaluate((video: HTMLVideoElement) => video.loop)).toBe(true)
})

test('pointing at the line shows what lies there', async ({ page }) => {
  await open(page)
  const sheet = page.waitForResponse((response) => response.url().includes('variant=previews'))
  await page.getByRole('slider', { name: 'Position' }).hover()
  expect((await sheet).headers()['content-type']).toBe('image/jpeg')
  const layout = await page.request.get(`${shared().url}/v1/videos/${id}/content?variant=previews.vtt`)
  expect(await layout.text()).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:00\.500\n\S+#xywh=0,0,160,160\n/)
  await page.mouse.move(0, 0)
})
