import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { chromium, expect, type Page, test } from '@playwright/test'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

async function openStudio(page: Page): Promise<void> {
  await page.goto(shared().url)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.locator('.cm-content')).toBeVisible()
}

test('a voice is heard once and then from memory, kept at the top, and chosen with the arrow keys', async ({
  page,
}) => {
  await openStudio(page)
  const listen = page.getByRole('button', { name: 'Listen to Marcus' })
  const stop = page.getByRole('button', { name: 'Stop Marcus' })
  const answered = page.waitForResponse('**/v1/audio/speech')
  await listen.click()
  expect((await answered).status()).toBe(200)
  await stop.click()
  // Out of reach, what was heard before still is.
  await page.route('**/v1/audio/speech', (route) => route.abort())
  await listen.click()
  await expect(stop).toBeVisible()
  await expect(page.getByText('cannot be reached')).toHaveCount(0)
  await page.getByRole('button', { name: 'Listen to Nora' }).click()
  await expect(page.getByText('cannot be reached')).toBeVisible()
  const voices = page.getByRole('radiogroup', { name: 'Voice' })
  await page.getByRole('button', { name: 'Keep Marcus at the top' }).click()
  await expect(voices.getByRole('radio').first()).toHaveAccessibleName(/^Marcus/)
  await page.reload()
  await expect(voices.getByRole('radio').first()).toHaveAccessibleName(/^Marcus/)
  await voices.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(voices.getByRole('radio').nth(1)).toBeChecked()
})

test('a clip with consent becomes a voice, which speaks, is deleted, brought back by Undo, and deleted', async ({
  page,
}) => {
  await openStudio(page)
  await page.getByRole('button', { name: 'Add a voice' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a voice' })
  await dialog.getByLabel('Name of the speaker').fill('Grace')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText(/Record the sentence, or choose a file/)
  await dialog.getByLabel('Clip of the voice').setInputFiles(shared().media.m4a)
  await expect(dialog.getByLabel('The clip')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/v1/audio/voices'))
  await dialog.getByRole('button', { name: 'Add the voice' }).click()
  expect((await (await kept).json()).ref_text).toMatch(/^My name is Grace\. .* I agree that it is used/)
  const grace = page.getByRole('radio', { name: /^Grace/ })
  await expect(grace).toBeChecked()

  await page.getByRole('button', { name: 'Delete Grace' }).click()
  await expect(grace).toHaveCount(0)
  await expect(page.getByRole('radio', { name: /^Default/ })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(grace).toBeChecked()
  await page.getByRole('button', { name: 'Delete Grace' }).click()
  const gone = page.waitForRequest((request) => request.method() === 'DELETE')
  await page.getByRole('link', { name: 'Gallery' }).click()
  await (await gone).response()
  await page.goto(shared().url)
  await expect(page.getByRole('radio', { name: /^Default/ })).toBeVisible()
  await expect(grace).toHaveCount(0)
})

test('a clip is recorded with the microphone, which is off again afterwards', async () => {
  const { launchOptions } = test.info().project.use
  const heard = path.resolve(shared().media.wav)
  const fake = ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${heard}`]
  const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions?.args ?? []), ...fake] })
  const context = await browser.newContext({ storageState: SESSION })
  const page = await context.newPage()
  await openStudio(page)
  await page.getByRole('button', { name: 'Add a voice' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a voice' })
  await dialog.getByLabel('Name of the speaker').fill('Hedy')
  await dialog.getByRole('button', { name: 'Record' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/not allowed to use the microphone/)
  await context.grantPermissions(['microphone'])
  await dialog.getByRole('button', { name: 'Record' }).click()
  await dialog.getByRole('button', { name: 'Stop 0:04' }).click()
  await expect(dialog.getByLabel('The clip')).toBeVisible()
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/v1/audio/voices'))
  await dialog.getByRole('button', { name: 'Add the voice' }).click()
  const { voice } = await (await kept).json()
  await expect(page.getByRole('radio', { name: /^Hedy/ })).toBeChecked()
  const answer = await page.request.delete(`${shared().url}/v1/audio/voices/${voice}`)
  expect(answer.status()).toBe(200)
  await browser.close()
})
