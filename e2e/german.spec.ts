import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { faceless } from './support/inputs'
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

test('what the server says is in German too; what somebody else says is marked as English', async ({
  page,
  context,
}) => {
  const { url } = shared()
  await context.addCookies([{ name: 'language', value: 'de', url }])
  await page.goto(url)
  await page.getByLabel('Porträt', { exact: true }).setInputFiles({
    name: 'wand.png',
    mimeType: 'image/png',
    buffer: await faceless(),
  })
  const alert = page.getByRole('alert').filter({ hasText: 'Dieses Foto eignet sich nicht' })
  await expect(alert).toContainText('Auf diesem Bild wurde kein Gesicht gefunden.')
  await page.route('**/v1/audio/speech', (route) =>
    route.fulfill({
      status: 502,
      json: { error: { message: 'The upstream refused the request: GPU lost', type: 'upstream_failed' } },
    }),
  )
  await page.getByRole('button', { name: 'Marcus anhören' }).click()
  await expect(page.getByText('Boson hat die Anfrage abgelehnt: GPU lost')).toBeVisible()
  await expect(page.locator('[lang=en]', { hasText: 'GPU lost' })).toHaveText('GPU lost')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})
