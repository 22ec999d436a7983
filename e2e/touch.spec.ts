import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { openStudio } from './support/open-studio'
import { PORTRAIT, SESSION, shared } from './support/shared'
import { beside, middleOf, PHONE, touch } from './support/touch'

test.use({ storageState: SESSION, ...PHONE })

/** What the draft keeps. */
const kept = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('studio.draft.first') ?? '{}'))

async function choose(page: Page, button: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).tap(),
  ])
  await chooser.setFiles(file)
}

test('by touch a photo is chosen, framed with one finger and two, a script directed, a recording trimmed', async ({
  page,
}) => {
  const looks: string[] = []
  page.on('request', (request) => request.url().endsWith('/portraits/check') && looks.push(request.url()))
  await openStudio(page)
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  await choose(page, 'Choose a photo', { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic })
  await expect(page.getByRole('alert').filter({ hasText: 'IMG_1.HEIC is a HEIC photo' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take a photo' })).toBeVisible()
  expect(looks).toEqual([])
  const avif = await sharp(PORTRAIT).resize(600).avif().toBuffer()
  await choose(page, 'Choose another photo', { name: 'me.avif', mimeType: 'image/avif', buffer: avif })

  await page.getByRole('button', { name: 'Frame the portrait' }).tap()
  const middle = await middleOf(page.getByRole('group', { name: /^Framing/ }))
  const zoom = page.getByRole('slider', { name: 'Zoom' })
  const zoomed = async () => Number(await zoom.inputValue())
  const before = await zoomed()
  await touch(page, [
    [beside(middle, -40), beside(middle, -60)],
    [beside(middle, 40), beside(middle, 60)],
  ])
  await expect.poll(zoomed).toBeGreaterThan(before)
  const { view } = await kept(page)
  await touch(page, [[middle, beside(middle, -30)]])
  await expect.poll(async () => (await kept(page)).view.x).toBeGreaterThan(view.x)
  await page.getByRole('button', { name: 'Done' }).tap()

  await page.getByRole('textbox', { name: 'Script' }).fill('I was touched.')
  await page.getByRole('button', { name: 'Add direction' }).tap()
  await page.getByRole('button', { name: 'relief' }).tap()
  await expect.poll(async () => (await kept(page)).script).toContain('<|emotion:relief|>')

  await page.getByRole('tab', { name: 'Recording' }).tap()
  const input = page.getByLabel('Recording', { exact: true }).and(page.locator('input[type=file]'))
  await input.setInputFiles(shared().media.wav)
  const end = page.getByRole('slider', { name: 'End' })
  const handle = await middleOf(end)
  const length = Number(await end.getAttribute('aria-valuenow'))
  await touch(page, [[handle, beside(handle, -80)]])
  await expect.poll(async () => Number(await end.getAttribute('aria-valuenow'))).toBeLessThan(length - 0.2)
})
