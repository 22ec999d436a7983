import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION, contextOptions: { reducedMotion: 'reduce' } })

const TABLE = 'Name;Text;Stimme\r\nAda;"Hello; Ada!";Marcus\r\nBo;;\r\nCy;Hello Cy!;\r\n'

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('a portrait and a table become videos; what is wrong in the table is shown and mended before', async ({
  page,
}) => {
  await page.goto(`${shared().url}/batch`)
  await page.getByLabel('Choose a photo', { exact: true }).setInputFiles('public/samples/astronaut.jpg')
  const file = { name: 'lines.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${TABLE}`, 'utf16le') }
  await page.getByLabel('Choose a CSV file', { exact: true }).setInputFiles(file)
  await expect(page.getByRole('combobox', { name: 'What is said' })).toHaveValue('1')
  await expect(page.getByLabel('Voice of row 1')).toHaveValue('marcus')

  const second = page.getByLabel('What row 2 says')
  await expect(second).toHaveAccessibleDescription(/nothing to say/)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Create 3 videos/ }).click()
  await expect(second).toBeFocused()
  await page.keyboard.type('Hello Bo!')
  await page.getByRole('button', { name: 'Leave out row 3' }).click()
  await page.reload()
  await expect(second).toHaveValue('Hello Bo!')
  await page.getByRole('button', { name: /^Create 2 videos · ready in about/ }).click()

  await expect(page).toHaveURL(/\/batch\/batch_[0-9a-f]{24}$/)
  await expectAccessible(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 2 videos are done', {
    timeout: 60_000,
  })
  await expect(page.getByRole('row', { name: /1 Ada Hello; Ada! Done/ })).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download Bo' }).click()
  expect((await downloading).suggestedFilename()).toBe('Bo.mp4')
  const archived = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download all 2 videos' }).click()
  const archive = await archived
  expect(archive.suggestedFilename()).toBe('lines.zip')
  const films = unzipSync(await readFile(await archive.path()))
  expect(Object.keys(films)).toEqual(['1 Ada.mp4', '2 Bo.mp4'])
  for (const film of Object.values(films)) expect(Buffer.from(film.subarray(4, 8)).toString()).toBe('ftyp')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ada', exact: true }).click()
  await expect(page).toHaveURL(/\/v\/video_/)
})
