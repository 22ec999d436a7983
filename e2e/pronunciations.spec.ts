import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { SESSION, shared } from './support/shared'

test.describe.configure({ mode: 'serial' })

let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ storageState: SESSION, reducedMotion: 'reduce' })
  page = await context.newPage()
  await page.goto(`${shared().url}/settings`)
  await page.getByRole('link', { name: 'Open the dictionary' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pronunciations')
})

test.afterAll(() => context.close())

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** The speech that comes of pressing this button. */
async function heard(name: string): Promise<{ input: string; bytes: number }> {
  const answered = page.waitForResponse('**/v1/audio/speech')
  await page.getByRole('button', { name }).click()
  const answer = await answered
  expect(answer.status()).toBe(200)
  const { audio } = await answer.json()
  return { input: answer.request().postDataJSON().input, bytes: Buffer.from(audio, 'base64').length }
}

test('a word is added with the keyboard, after its sounds were refused and heard', async () => {
  await expect(page.getByText('No words yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add a word' }).click()
  await page.getByLabel('Word or phrase').fill('Nguyen')
  await page.keyboard.press('Tab')
  await page.keyboard.type('/wʘn/')
  await page.keyboard.press('Enter')
  const said = page.getByLabel('How it is said')
  await expect(said).toHaveAccessibleDescription(/no sound “ʘ”/)
  await expect(said).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible()
  await said.fill('win')
  expect((await heard('Listen')).bytes).toBeGreaterThan(2000)
  await page.getByLabel('Note').fill('our director')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Nguyen our director win/ })).toBeVisible()
  await expect(page.getByRole('status')).toHaveText('“Nguyen” was added.')
  expect(await heard('Listen to Nguyen')).toMatchObject({ input: 'Nguyen' })
  await expectAccessible()
})

test('capitals all through are another word; the same word once more is refused beside its field', async () => {
  await page.getByRole('button', { name: 'Add a word' }).click()
  await page.getByLabel('Word or phrase').fill('NGUYEN')
  await page.getByLabel('How it is said').fill('noo-yen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“NGUYEN” was added.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete NGUYEN', exact: true }).click()
  await page.getByRole('button', { name: 'Add a word' }).click()
  await page.getByLabel('Word or phrase').fill('nguyen')
  await page.getByLabel('How it is said').fill('noo-yen')
  await page.keyboard.press('Enter')
  const word = page.getByLabel('Word or phrase')
  await expect(word).toHaveAccessibleDescription(/“Nguyen” is in the dictionary already/)
  await page.keyboard.press('Escape')
})

test('it is changed, deleted, brought back by Undo, and still there after a reload', async () => {
  await page.getByRole('button', { name: 'Edit Nguyen' }).click()
  await page.getByLabel('How it is said').fill('/ŋwˈin/')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Nguyen our director \/ŋwˈin\// })).toBeVisible()
  await page.getByRole('button', { name: 'Delete Nguyen' }).click()
  await expect(page.getByText('No words yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Nguyen our director/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await expect(page.getByRole('row', { name: /Nguyen our director/ })).toBeVisible()
  await page.getByRole('button', { name: 'Delete Nguyen' }).click()
  await expect(page.getByText('No words yet')).toBeVisible()
})
