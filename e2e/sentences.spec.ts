import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { bearer, createVideo, waitFor } from './support/api'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

test('a sentence is changed on the page: it survives a reload, is heard, and becomes a version of its own', async ({
  page,
}) => {
  const { url } = shared()
  const key = await ownerKey()
  const text =
    'Here is a first sentence, which takes a good deal longer to say than two seconds. And here is a second one. Good night.'
  const { id } = await waitFor(url, key, (await createVideo(url, key, { text })).id)
  await page.goto(`${url}/v/${id}`)
  await page.getByRole('button', { name: 'Change a sentence' }).click()
  await expect(page.getByRole('button', { name: 'Make the change' })).toBeDisabled()
  await page.getByRole('textbox', { name: 'Sentence 2' }).fill('This one says something else.')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Sentence 2' })).toHaveValue('This one says something else.')
  await page.getByRole('button', { name: 'Hear it' }).click()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()

  await page.route('**/edits', (route) => route.abort())
  await page.getByRole('button', { name: 'Make the change' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeVisible()
  await page.unroute('**/edits')
  await page.getByRole('button', { name: 'Make the change' }).click()
  await page.waitForURL((address) => address.pathname.startsWith('/v/') && !address.pathname.endsWith(id))
  await expect(page.getByRole('link', { name: 'an earlier version' })).toHaveAttribute('href', `/v/${id}`)

  const version = new URL(page.url()).pathname.slice('/v/'.length)
  const made = await waitFor(url, key, version)
  expect(made).toMatchObject({
    status: 'completed',
    script:
      'Here is a first sentence, which takes a good deal longer to say than two seconds. This one says something else. Good night.',
    remixed_from_video_id: id,
  })
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Sentence 2 changed/ })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(page.getByRole('link', { name: /^The first/ })).toHaveAttribute('href', `/v/${id}`)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // In the gallery both are one, and deleting the newer shows the older.
  await page.goto(`${url}/gallery?q=longer%20to%20say%20than%20two`)
  const tile = page.getByRole('gridcell')
  await expect(tile).toHaveText(/2 versions/)
  await tile.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(tile.getByRole('link')).toHaveAttribute('href', `/v/${id}`)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(tile.getByRole('link')).toHaveAttribute('href', `/v/${version}`)

  // The film begins as the other does, byte for byte: nothing of it was made again.
  const [before, after] = await Promise.all(
    [id, version].map(async (video) => {
      const answer = await fetch(`${url}/v1/videos/${video}/content`, { headers: bearer(key) })
      return Buffer.from(await answer.arrayBuffer())
    }),
  )
  const first = before.subarray(before.indexOf('mdat') + 8).subarray(0, 2000)
  expect(after.includes(first)).toBe(true)
})
