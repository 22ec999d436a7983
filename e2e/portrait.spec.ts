import { AxeBuilder } from '@axe-core/playwright'
import { chromium, expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { makeCameraView } from './support/media'
import { openStudio } from './support/open-studio'
import { PORTRAIT, SESSION } from './support/shared'

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
  await expect(page.getByText('Square', { exact: true }).first()).toBeVisible()

  const small = await sharp(PORTRAIT).resize(500).png().toBuffer()
  await input.setInputFiles({ name: 'small.png', mimeType: 'image/png', buffer: small })
  await expect.poll(() => sent.length).toBe(2)
  expect(sent[1].equals(small)).toBe(true)
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
  await expect(page.getByText('Square', { exact: true }).first()).toBeVisible()
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
