import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION, viewport: { width: 390, height: 844 } })

/** Pages, and something each has in German. */
const PAGES = [
  ['/', 'tab', 'Skript'],
  ['/settings', 'heading', 'Einstellungen'],
  ['/settings/pronunciations', 'heading', 'Aussprache'],
  ['/gallery', 'heading', 'Galerie'],
  ['/gallery/bin', 'heading', 'Papierkorb'],
  ['/s/nobody-has-this-link', 'heading', 'Hier ist nichts zu sehen'],
] as const

test('the language chosen in the settings is kept, and every page speaks it', async ({ page }) => {
  const { url } = shared()
  await page.goto(`${url}/settings`)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  for (const [path, role, name] of PAGES) {
    await page.goto(url + path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole(role, { name, exact: true })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, path).toBeLessThanOrEqual(0)
  }
})
