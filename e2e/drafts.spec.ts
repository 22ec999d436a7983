import { expect, type Page, test } from '@playwright/test'
import { PORTRAIT, SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

const scriptOf = (page: Page) => page.getByRole('textbox', { name: 'Script' })
const portraitOf = (page: Page) => page.getByRole('img', { name: /portrait/i }).first()

/** The studio as it was left by somebody when there was but one draft. */
async function openStudio(page: Page): Promise<void> {
  await page.goto(shared().url)
  await page.evaluate(async () => {
    localStorage.clear()
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
    localStorage.setItem('studio.draft', JSON.stringify({ mode: 'script', script: 'The one there was.' }))
  })
  await page.reload()
  await expect(page.locator('.cm-content')).toHaveText('The one there was.')
}

async function choose(page: Page, item: string, role: 'menuitem' | 'menuitemradio' = 'menuitem') {
  await page.getByRole('button', { name: /^Draft: / }).click()
  await page.getByRole(role, { name: item }).click()
}

test('drafts lie side by side, each with its words, portrait and shape, and survive a reload', async ({
  page,
}) => {
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await expect(portraitOf(page)).toBeVisible()
  await choose(page, 'New draft')
  await expect(scriptOf(page)).toHaveText('What should they say?')
  await expect(portraitOf(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Draft: Untitled draft' })).toBeFocused()
  await scriptOf(page).fill('The other one.')
  await page.getByRole('radio', { name: /^Tall/ }).check({ force: true })
  await choose(page, 'Rename')
  await page.getByLabel('Name', { exact: true }).fill('Second try')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Draft: Second try' })).toBeVisible()

  await page.reload()
  await expect(scriptOf(page)).toHaveText('The other one.')
  await choose(page, 'The one there was.', 'menuitemradio')
  await expect(scriptOf(page)).toHaveText('The one there was.')
  await expect(portraitOf(page)).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Square/ })).toBeChecked()
})

test('a copy takes the files along; what is deleted is brought back by Undo, all of it', async ({ page }) => {
  await openStudio(page)
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await expect(portraitOf(page)).toBeVisible()
  await choose(page, 'Duplicate')
  await expect(page.getByRole('button', { name: 'Draft: The one there was. (copy)' })).toBeVisible()
  await expect(portraitOf(page)).toBeVisible()
  await choose(page, 'Delete')
  await expect(page.getByRole('button', { name: 'Draft: The one there was.', exact: true })).toBeVisible()
  await choose(page, 'Delete')
  await expect(page.getByRole('button', { name: 'Draft: Untitled draft' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(scriptOf(page)).toHaveText('The one there was.')
  await expect(portraitOf(page)).toBeVisible()
})
