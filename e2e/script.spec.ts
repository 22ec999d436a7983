import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION, permissions: ['clipboard-read', 'clipboard-write'] })

const scriptOf = (page: Page) => page.getByRole('textbox', { name: 'Script' })
const chipsOf = (page: Page) => scriptOf(page).locator('.direction')

/** The studio with an empty page to write on, its editor there. */
async function openStudio(page: Page): Promise<void> {
  await page.goto(shared().url)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.locator('.cm-content')).toBeVisible()
}

/** The script as it is kept, and would be sent. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('studio.draft.first') ?? '{}').script ?? '')
}

test('a typed tag becomes a chip that the caret steps over, Backspace removes and undo brings back', async ({
  page,
}) => {
  await openStudio(page)
  await scriptOf(page).click()
  await page.keyboard.type('Go <|emotion:anger|>now, <|emotion:joy|> if you can.')
  await expect(chipsOf(page)).toHaveText('(Emotion: anger)')
  expect(await kept(page)).toBe('Go <|emotion:anger|>now, <|emotion:joy|> if you can.')

  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('!')
  await expect.poll(() => kept(page)).toMatch(/^Go <\|emotion:anger\|>!now/)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(chipsOf(page)).toHaveCount(0)
  expect(await kept(page)).toMatch(/^Go now/)
  await page.keyboard.press('Control+z')
  await expect(chipsOf(page)).toHaveCount(1)
  await page.keyboard.press('Control+y')
  await expect(chipsOf(page)).toHaveCount(0)
})

test('a direction is found by its word, put before the selection, copied, pasted, and there after a reload', async ({
  page,
}) => {
  await openStudio(page)
  await scriptOf(page).click()
  await page.keyboard.type('Take your time.')
  await page.keyboard.press('Control+Home')
  await page.getByRole('button', { name: 'Add direction' }).click()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.type('very sl')
  await page.keyboard.press('Enter')
  await expect(scriptOf(page)).toBeFocused()
  await expect.poll(() => kept(page)).toBe('<|prosody:speed_very_slow|>Take your time.')
  await page.getByRole('button', { name: 'Add direction' }).click()
  await page.getByRole('button', { name: 'Laughter' }).click()
  await expect.poll(() => kept(page)).toBe('<|prosody:speed_very_slow|><|sfx:laughter|>Haha, Take your time.')

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await kept(page))
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+v')
  await expect(chipsOf(page)).toHaveCount(4)
  const written = await kept(page)
  await page.reload()
  await expect(chipsOf(page)).toHaveCount(4)
  expect(await kept(page)).toBe(written)
})

test('a chip is dragged to another place', async ({ page }) => {
  await openStudio(page)
  await scriptOf(page).fill('<|prosody:pause|>first second')
  await expect(chipsOf(page)).toHaveCount(1)
  const end = await page.evaluate(() => {
    const line = document.querySelector('.cm-line')
    const range = document.createRange()
    range.selectNodeContents(line ?? document.body)
    const { right, bottom } = range.getBoundingClientRect()
    return { x: right - 1, y: bottom - 12 }
  })
  await chipsOf(page).hover()
  await page.mouse.down()
  await page.mouse.move(end.x - 20, end.y, { steps: 4 })
  await page.mouse.move(end.x, end.y)
  await page.mouse.up()
  await expect.poll(() => kept(page)).toBe('first second<|prosody:pause|>')
})

test('the line at the caret is heard as directed before it; a word of it is put into the dictionary', async ({
  page,
}) => {
  await openStudio(page)
  await scriptOf(page).fill('<|emotion:sadness|>It rained. Nguyen stayed! Then we left.')
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowRight')
  const heard = await spoken(page, 'Hear this line')
  expect(heard).toMatchObject({ input: '<|emotion:sadness|>Nguyen stayed!', voice: 'default' })
  await expect(scriptOf(page).locator('.text-accent')).toHaveText('Nguyen stayed!')
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(scriptOf(page).locator('.text-accent')).toHaveCount(0)

  await page.getByRole('button', { name: 'Say it differently' }).click()
  const dialog = page.getByRole('dialog', { name: 'Say “Nguyen” differently' })
  await expect(dialog.getByLabel('Word or phrase')).toHaveValue('Nguyen')
  await dialog.getByLabel('How it is said').fill('win')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Nguyen” is said so from now on.')).toBeVisible()
  // What was heard before is spoken anew, with the new word.
  await spoken(page, 'Hear this line')

  await page.getByRole('button', { name: 'Say it differently' }).click()
  await expect(dialog.getByLabel('How it is said')).toHaveValue('win')
  await page.keyboard.press('Escape')
  const { data } = await (await page.request.get(`${shared().url}/v1/pronunciations`)).json()
  for (const { id } of data) await page.request.delete(`${shared().url}/v1/pronunciations/${id}`)
})

/** What is asked of the voices by pressing this button. */
async function spoken(page: Page, button: string): Promise<unknown> {
  const answered = page.waitForResponse('**/v1/audio/speech')
  await page.getByRole('button', { name: button }).click()
  const answer = await answered
  expect(answer.status()).toBe(200)
  return answer.request().postDataJSON()
}
