import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { loudness, probe } from './support/media'
import { openStudio } from './support/open-studio'
import { expectToPlay } from './support/playback'
import { PORTRAIT, SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

async function finishedVideo(page: Page, width: number, height: number) {
  const video = page.locator('video')
  await expect(video).toBeVisible({ timeout: 90_000 })
  await expectToPlay(video, { width, height })
  return video
}

async function download(page: Page, to: string): Promise<string> {
  await page.getByRole('button', { name: 'Download' }).click({ timeout: 90_000 })
  const taken = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Video, MP4' }).click()
  const file = await taken
  expect(file.suggestedFilename()).toMatch(/\w.*\.mp4$/)
  await file.saveAs(to)
  return to
}

async function expectContract(file: string, width: number, height: number): Promise<void> {
  const { video, audio } = await probe(file)
  expect(video).toMatchObject({
    codec_name: 'h264',
    profile: 'High',
    pix_fmt: 'yuv420p',
    r_frame_rate: '25/1',
    width,
    height,
  })
  expect(audio).toMatchObject({ codec_name: 'aac' })
  expect(Math.abs((video?.duration ?? 0) - (audio?.duration ?? 99))).toBeLessThanOrEqual(0.04)
  expect((await loudness(file)).mean).toBeGreaterThan(-40)
  const bytes = readFileSync(file)
  expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
}

test('a dropped photo and a typed sentence become a video that plays, downloads and stays', async ({
  page,
}) => {
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  const script = page.getByRole('textbox', { name: 'Script' })
  await script.fill(
    'The first time I looked down, I forgot every word I had prepared, and I simply said what I saw.',
  )
  await page.getByRole('button', { name: /^Create/ }).click()
  await finishedVideo(page, 640, 640)
  const file = await download(page, 'test-results/typed.mp4')
  await expectContract(file, 640, 640)
  const { seconds } = await probe(file)
  expect(seconds).toBeGreaterThan(4)
  expect(seconds).toBeLessThan(11)

  await page.goto(`${shared().url}/gallery`)
  const item = page.getByRole('link', { name: /The first time I looked down/ }).first()
  await item.click()
  await expect(page).toHaveURL(/\/v\/video_[0-9a-f]{24}$/)
  await finishedVideo(page, 640, 640)
})

test('a recording becomes a portrait-shaped video', async ({ page }) => {
  const { media } = shared()
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await page.getByRole('tab', { name: 'Recording' }).click()
  await page
    .getByLabel('Recording', { exact: true })
    .and(page.locator('input[type=file]'))
    .setInputFiles(media.m4a)
  await page
    .getByRole('radiogroup', { name: 'Size' })
    .getByRole('radio', { name: /portrait/i })
    .check({ force: true })
  await page.getByRole('button', { name: /^Create/ }).click()
  await finishedVideo(page, 480, 640)
  const file = await download(page, 'test-results/recorded.mp4')
  await expectContract(file, 480, 640)
  expect(Math.abs((await probe(file)).seconds - media.seconds)).toBeLessThan(0.2)
})

test('a running video can be cancelled and tried again', async ({ page }) => {
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  const words = 'We will stop this one in the middle of its way, because it is far too long to wait for. '
  await page.getByRole('textbox', { name: 'Script' }).fill(words.repeat(8))
  await page.getByRole('button', { name: /^Create/ }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/cancelled/i).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Script' })).toHaveText(words.repeat(8))
})

test('cancelled after all was sent and before the answer came, the video is cancelled once it is known', async ({
  page,
}) => {
  await page.addInitScript(holdAnswers)
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  const words = 'Nobody will ever hear this. '.repeat(20)
  await page.getByRole('textbox', { name: 'Script' }).fill(words)
  await page.getByRole('button', { name: /^Create/ }).click()
  const newest = async () =>
    (await (await page.request.get(`${shared().url}/v1/videos?limit=1`)).json()).data[0]
  await expect.poll(async () => (await newest()).script).toBe(words)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.evaluate(() => dispatchEvent(new Event('let-answers-through')))
  await expect(page.getByText(/cancelled/i).first()).toBeVisible()
  expect(await newest()).toMatchObject({ script: words, status: 'failed', error_type: 'cancelled' })
})

/** Runs in the page: what uploads are answered is heard only after the event `let-answers-through`. */
function holdAnswers() {
  const { send } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.send = function (body) {
    const heard = this.onload
    this.onload = (event) => addEventListener('let-answers-through', () => heard?.call(this, event))
    send.call(this, body)
  }
}

test('what was typed and dropped survives a reload', async ({ page }) => {
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await page.getByRole('textbox', { name: 'Script' }).fill('Nothing I typed may be lost.')
  await expect(page.getByRole('img', { name: /portrait/i }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Script' })).toHaveText('Nothing I typed may be lost.')
  await expect(page.getByRole('img', { name: /portrait/i }).first()).toBeVisible()
})

test('a picture without a face is refused on the page, at once, with what to do', async ({ page }) => {
  await openStudio(page)
  const drawing = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 400
    const context = canvas.getContext('2d')
    context?.fillRect(0, 0, 200, 400)
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return Array.from(new Uint8Array((await picture?.arrayBuffer()) ?? new ArrayBuffer(0)))
  })
  await page
    .getByLabel('Portrait', { exact: true })
    .setInputFiles({ name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from(drawing) })
  await expect(page.getByText(/face/i).first()).toBeVisible()
})

test('a link shows the video to a stranger until it is revoked; then the video is renamed', async ({
  page,
  browser,
}) => {
  await page.goto(`${shared().url}/gallery`)
  await page
    .getByRole('link', { name: /The first time I looked down/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Create link' }).click()
  const address = page.getByRole('link', { name: 'Open', exact: true })
  const link = (await address.getAttribute('href')) ?? ''
  expect(link).toMatch(new RegExp(`^${shared().url}/s/[\\w-]{22}$`))

  const stranger = await browser.newContext()
  const view = await stranger.newPage()
  await view.goto(link)
  await expect(view.getByRole('heading', { level: 1 })).toHaveText(/The first time I looked down/)
  await expect(view.getByText('Made with AI')).toBeVisible()
  await expectToPlay(view.locator('video'), { width: 640, height: 640 })
  for (const property of ['og:title', 'og:video', 'og:image']) {
    await expect(view.locator(`meta[property="${property}"]`).first()).toHaveAttribute('content', /.+/)
  }
  const media = [`${link}/video.mp4`, `${link}/poster.jpg`]
  for (const file of media) expect((await stranger.request.get(file)).status()).toBe(200)

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Revoke' }).click()
  await expect(address).toHaveCount(0)
  // The page shows it revoked before the studio has answered.
  const status = async (file: string) => (await stranger.request.get(file)).status()
  for (const file of [link, ...media]) await expect.poll(() => status(file)).toBe(404)
  await stranger.close()

  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Looking down')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Looking down')
})

test('a deleted video can be had back at once, and from the bin; for good is for good', async ({ page }) => {
  const video = page.getByRole('link', { name: 'Looking down' })
  await page.goto(`${shared().url}/gallery`)
  await video.click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/gallery$/)
  await expect(page.getByText('“Looking down” is in the bin')).toBeVisible()
  await expect(video).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(video).toBeVisible()

  await page.getByRole('checkbox', { name: 'Select Looking down' }).check()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(video).toHaveCount(0)
  await page.getByRole('link', { name: 'Bin' }).click()
  await page.getByRole('button', { name: 'Restore Looking down' }).click()
  await expect(page.getByText('Looking down', { exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: 'Gallery' }).first().click()
  await video.click()

  await expect(page).toHaveURL(/\/v\//)
  const { pathname } = new URL(page.url())
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/gallery$/)
  await page.getByRole('link', { name: 'Bin' }).click()
  await page.getByRole('button', { name: 'Delete Looking down for good' }).click()
  await page.getByRole('button', { name: 'Delete for good', exact: true }).click()
  await expect(page.getByText('Looking down', { exact: true })).toHaveCount(0)
  expect((await page.request.get(`${shared().url}${pathname.replace('/v/', '/v1/videos/')}`)).status()).toBe(
    404,
  )
})
