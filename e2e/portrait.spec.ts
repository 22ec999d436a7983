import { AxeBuilder } from '@axe-core/playwright'
import { chromium, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { makeCameraView } from './support/media'
import { openStudio } from './support/open-studio'
import { PORTRAIT, SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

/** Pictures that the page has sent to be looked at, oldest first. */
async function watchPictures(page: Page): Promise<Buffer[]> {
  const sent: Buffer[] = []
  await page.exposeFunction('pictureSent', (base64: string) => sent.push(Buffer.from(base64, 'base64')))
  await page.addInitScript(tellPictures)
  return sent
}

/** Runs in the page. (Playwright does not tell what is in an uploaded file.) */
function tellPictures() {
  const { fetch } = window
  window.fetch = async (...request) => {
    const picture = request[1]?.body instanceof FormData ? request[1].body.get('ref_image') : null
    if (picture instanceof File) {
      const bytes = new Uint8Array(await picture.arrayBuffer())
      let binary = ''
      for (const byte of bytes) binary += String.fromCharCode(byte)
      Reflect.get(window, 'pictureSent')(btoa(binary))
    }
    return fetch(...request)
  }
}

test('a large photo is turned upright and shrunk before it travels; a small one goes as it is', async ({
  page,
}) => {
  const sent = await watchPictures(page)
  await openStudio(page)
  const input = page.getByLabel('Portrait', { exact: true })
  // As a phone keeps a photo taken upright: lying on its side, with a note of how to turn it.
  const lying = await sharp(PORTRAIT).resize(2400, 3200).rotate(270).jpeg().toBuffer()
  const large = await sharp(lying).resize(3200, 2400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const file = { name: 'IMG_1.jpeg', mimeType: 'image/jpeg', buffer: large }
  await input.setInputFiles(file)
  await expect.poll(() => sent.length).toBe(1)
  const { width, height, format, orientation = 1 } = await sharp(sent[0]).metadata()
  const upright = { width: 1536, height: 2048, format: 'jpeg', orientation: 1 }
  expect({ width, height, format, orientation }).toEqual(upright)

  const small = await sharp(PORTRAIT).resize(500).png().toBuffer()
  await input.setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: small })
  await expect.poll(() => sent.length).toBe(2)
  expect(sent[1].equals(small)).toBe(true)
})

/** The stage as it looks once nothing on it moves any more, small enough to be compared. */
async function stageOf(page: Page): Promise<Buffer> {
  const stage = page.locator('.stage-picture')
  const settled = (element: HTMLElement | SVGElement) =>
    Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished))
  let earlier: Buffer | undefined
  for (;;) {
    await stage.evaluate(settled)
    const now = await thumbnail(await stage.screenshot())
    if (earlier?.equals(now)) return now
    earlier = now
    // What was clicked last may not have begun to move.
    await page.waitForTimeout(100)
  }
}

function thumbnail(picture: Buffer): Promise<Buffer> {
  return sharp(picture).resize(48, 48, { fit: 'fill' }).removeAlpha().raw().toBuffer()
}

/** Two pictures framed alike: every film holds its head a little differently (4.4 to 7 were seen; a wrong frame: 20). */
const ALIKE = 10

/** Mean difference of two pictures' pixels, 0…255. */
function apart(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length
}

async function newest(page: Page) {
  return (await (await page.request.get(`${shared().url}/v1/videos?limit=1`)).json()).data[0]
}

/** Has the draft made, and gives its first picture. */
async function posterOf(page: Page, words: string): Promise<Buffer> {
  await page.getByRole('textbox', { name: 'Script' }).fill(words)
  await page.getByRole('button', { name: /^Create/ }).click()
  const made = async () => {
    const { status, script } = (await newest(page)) ?? {}
    return `${status}: ${script}`
  }
  await expect.poll(made, { timeout: 60_000 }).toBe(`completed: ${words}`)
  const { id } = await newest(page)
  const poster = await page.request.get(`${shared().url}/v1/videos/${id}/content?variant=poster`)
  return thumbnail(await poster.body())
}

test('what is framed on the stage is what the film shows, after a reload too', async ({ page }) => {
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await page.getByRole('button', { name: 'Frame the portrait' }).waitFor()
  const fitted = await stageOf(page)
  await page.getByRole('button', { name: 'Frame the portrait' }).click()
  const frame = page.getByRole('group', { name: /^Framing/ })
  await frame.focus()
  for (let i = 0; i < 12; i++) await page.keyboard.press('-')
  await page.getByRole('slider', { name: 'Zoom' }).press('ArrowRight')
  const box = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 }
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.wheel(0, -60)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2, { steps: 3 })
  await page.mouse.up()
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Frame the portrait' })).toBeFocused()
  await page.reload()
  await page.getByRole('button', { name: 'Frame the portrait' }).waitFor()
  const framed = await stageOf(page)
  expect(apart(framed, await posterOf(page, 'Framed by hand.'))).toBeLessThan(ALIKE)
  expect(apart(framed, fitted)).toBeGreaterThan(20)
})

test('of several faces all are outlined, and the one that is chosen speaks', async ({ page }) => {
  const [left, right] = await Promise.all([640, 540].map((side) => sharp(PORTRAIT).resize(side).toBuffer()))
  const two = await sharp({ create: { width: 1400, height: 660, channels: 3, background: '#999' } })
    .composite([
      { input: left, left: 10, top: 10 },
      { input: right, left: 800, top: 60 },
    ])
    .png()
    .toBuffer()
  await openStudio(page)
  await page
    .getByLabel('Portrait', { exact: true })
    .setInputFiles({ name: 'two.png', mimeType: 'image/png', buffer: two })
  const faces = page.getByRole('radiogroup', { name: 'Who speaks' })
  await expect(faces.getByRole('radio', { name: 'Person 1 of 2' })).toBeFocused()
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  await page.keyboard.press('ArrowRight')
  await expect(faces.getByRole('radio', { name: 'Person 2 of 2' })).toBeChecked()
  await page.getByRole('button', { name: 'Done' }).click()
  const stage = await stageOf(page)
  expect(apart(stage, await posterOf(page, 'I stand on the right.'))).toBeLessThan(ALIKE)
  const made = await newest(page)
  expect(made.face.x).toBeGreaterThan(0.6)
  expect(made.notices.join()).not.toContain('faces')

  const remix = (data: object) => page.request.post(`${shared().url}/v1/videos/${made.id}/remix`, { data })
  const again = await (await remix({ size: '480x640' })).json()
  expect(again).toMatchObject({ crop: made.crop, face: made.face })
  const refused = await remix({ crop: { x: 0, y: 0, width: 0.2, height: 0.2 } })
  expect(refused.status()).toBe(422)
  expect((await refused.json()).error).toMatchObject({ param: 'crop', code: 'face_outside' })
  const beyond = await remix({ crop: { x: 0.5, y: 0, width: 0.6, height: 1 } })
  expect((await beyond.json()).error).toMatchObject({ type: 'invalid_request', param: 'crop.width' })
})

test('without a camera the page says what to do, and the keyboard is back where it was', async ({ page }) => {
  await openStudio(page)
  await page.getByRole('button', { name: 'Take a photo' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'No camera was found' })).toBeVisible()
  await page.getByRole('button', { name: 'Close the camera' }).click()
  await expect(page.getByRole('button', { name: 'Take a photo' })).toBeFocused()
})

test('a photo is taken, taken again and used; the camera is off when it is not needed', async () => {
  const view = await makeCameraView(PORTRAIT, 'test-results/media/camera.mjpeg')
  const { launchOptions } = test.info().project.use
  const fake = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${view}`]
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...fake] })
  const context = await browser.newContext({ storageState: SESSION })
  const page = await context.newPage()
  const sent = await watchPictures(page)
  await page.addInitScript(countCameras)
  await openStudio(page)
  const open = () => page.evaluate(() => document.documentElement.dataset.cameras)

  await page.getByRole('button', { name: 'Take a photo' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'may not use the camera' })).toBeVisible()
  await context.grantPermissions(['camera'])
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: 'Take the photo' }).click()
  await expect(page.getByRole('button', { name: 'Use this photo' })).toBeFocused()
  await expect.poll(open).toBe('0')
  await page.getByRole('button', { name: 'Take another' }).click()
  await page.getByRole('button', { name: /^Wait/ }).click()
  await expect.poll(open).toBe('1')
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Take the photo' }).click()
  await page.getByRole('button', { name: 'Use this photo' }).click()
  await expect.poll(() => sent.length).toBe(1)
  expect(await sharp(sent[0]).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 })
  await expect.poll(open).toBe('0')
  await page.reload()
  await expect(page.getByRole('img', { name: 'The portrait' })).toBeVisible()
  await browser.close()
})

/** Runs in the page: counts the camera tracks that are on. */
function countCameras() {
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  const tracks: MediaStreamTrack[] = []
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted)
    tracks.push(...stream.getTracks())
    return stream
  }
  setInterval(() => {
    const on = tracks.filter(({ readyState }) => readyState === 'live').length
    document.documentElement.dataset.cameras = String(on)
  }, 5)
}
