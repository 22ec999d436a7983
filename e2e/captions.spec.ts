import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { bearer, createVideo, waitFor } from './support/api'
import { SESSION, shared } from './support/shared'

let key: string
let id: string

test.use({ storageState: SESSION })

test.beforeAll(async () => {
  const { url } = shared()
  key = await ownerKey()
  const text = 'Here is the first sentence. And here is a second one.'
  id = (await waitFor(url, key, (await createVideo(url, key, { text })).id)).id
})

const file = async (video: string) => {
  const address = `${shared().url}/v1/videos/${video}/content?variant=captions.vtt`
  return (await fetch(address, { headers: bearer(key) })).text()
}

test('captions are edited on the page, kept by themselves, and taken back to the script', async ({
  page,
}) => {
  await page.goto(`${shared().url}/v/${id}`)
  await page.getByRole('button', { name: 'Edit captions' }).click()
  const first = page.getByRole('textbox', { name: 'Caption 1' })
  await expect(first).toHaveValue('Here is the first sentence.')
  await first.press('Home')
  for (let i = 0; i < 'Here is '.length; i++) await first.press('ArrowRight')
  await page.getByRole('button', { name: 'Split caption 1 at the caret' }).click()
  await expect(page.getByRole('textbox', { name: 'Caption 2' })).toHaveValue('the first sentence.')
  await page.getByRole('textbox', { name: 'Caption 1' }).fill('Voilà:')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await file(id)).toContain('Voilà:\n')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  // What the player shows is what was written.
  const shown = await page.locator('track').getAttribute('src')
  expect(decodeURIComponent(shown ?? '')).toContain('Voilà:')

  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('3 captions, edited by hand.')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the script' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Back to the script' }).click()
  await expect(page.getByText('2 captions, taken from the script.')).toBeVisible()
  expect(await file(id)).toContain('Here is the first sentence.')
})

test('what was written stays on the page when it cannot be kept', async ({ page }) => {
  await page.goto(`${shared().url}/v/${id}`)
  await page.getByRole('button', { name: 'Edit captions' }).click()
  await page.route('**/captions', (route) => route.abort())
  await page.getByRole('textbox', { name: 'Caption 1' }).fill('Not lost.')
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Caption 1' })).toHaveValue('Not lost.')
  await page.unroute('**/captions')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('2 captions, edited by hand.')).toBeVisible()
  expect(await file(id)).toContain('Not lost.')
})

test('a video with captions in its pictures is made with progress, can be stopped, and is then taken', async ({
  page,
}) => {
  const { url } = shared()
  await page.goto(`${url}/v/${id}`)
  const ask = async () => {
    await page.getByRole('button', { name: 'Download' }).click()
    await page.getByRole('menuitem', { name: 'Video with captions in it, MP4' }).click()
  }
  const making = { object: 'video.file', variant: 'captioned', status: 'making', progress: 40 }
  await page.route('**/files/captioned', (route) => route.fulfill({ json: making }))
  await ask()
  await expect(page.getByText('Making the file: Video with captions in it, MP4 · 40 %')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40')
  const stopped = page.waitForRequest((request) => request.method() === 'DELETE')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await stopped
  await expect(page.getByRole('progressbar')).toBeHidden()

  await page.unroute('**/files/captioned')
  const taken = page.waitForEvent('download')
  await ask()
  const film = await readFile(await (await taken).path())
  expect(film.subarray(4, 8).toString()).toBe('ftyp')
  expect(await (await fetch(`${url}/v1/videos/${id}/content`, { headers: bearer(key) })).bytes()).not.toEqual(
    new Uint8Array(film),
  )
})

test('a recording gets captions from a transcript, by the pauses in its sound', async ({ page }) => {
  const { url } = shared()
  const speech = await fetch(`${url}/v1/audio/speech`, {
    method: 'POST',
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: JSON.stringify({ input: 'Here is one sentence. And then another.', response_format: 'wav' }),
  })
  const audio = new File([await speech.arrayBuffer()], 'said.wav', { type: 'audio/wav' })
  const recording = await waitFor(url, key, (await createVideo(url, key, { audio })).id)
  await page.goto(`${url}/v/${recording.id}`)
  await page.getByRole('button', { name: 'Write captions' }).click()
  await page.getByLabel(/Paste or write it here/).fill('Here is one sentence.\nAnd then another.')
  await page.getByRole('button', { name: 'Make captions of it' }).click()
  await expect(page.getByRole('textbox', { name: 'Caption 2' })).toHaveValue('And then another.')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect(await file(recording.id)).toContain('Here is one sentence.')
})

test('everything can be taken away under the title’s name, and another made like it', async ({ page }) => {
  await page.goto(`${shared().url}/v/${id}`)
  const taken = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  await page.getByRole('menuitem', { name: 'Moving picture, GIF' }).click()
  const gif = await taken
  expect(gif.suggestedFilename()).toBe('Here is the first sentence.gif')
  expect((await readFile(await gif.path())).toString('latin1', 0, 6)).toBe('GIF89a')

  await page.getByRole('button', { name: 'Make another like this' }).click()
  await expect(page).toHaveURL(`${shared().url}/`)
  await expect(page.getByRole('textbox', { name: 'Script' })).toContainText('Here is the first sentence.')
  await expect(page.getByRole('button', { name: 'Change the portrait' })).toBeVisible()
})
