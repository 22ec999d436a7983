import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ownerKey } from './support/account'
import { createVideo } from './support/api'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

test('from the keyboard, the palette leads to any room and finds a video by its words', async ({ page }) => {
  const { url } = shared()
  const key = await ownerKey()
  const { id } = await createVideo(url, key, { text: 'Marmalade skies, and nothing else.' })
  await page.goto(`${url}/settings`)
  const palette = page.getByRole('dialog', { name: 'Go anywhere, do anything' })
  // Once the page is alive it hears the keys.
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(palette).toBeVisible({ timeout: 500 })
  }).toPass()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.type('gall')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/gallery$/)
  await expect(palette).toBeHidden()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('marmalade')
  await expect(palette.getByRole('option', { name: /Marmalade/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${url}/v/${id}`)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('no such thing at all')
  await expect(palette.getByText('Nothing is called that')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Commands' }).click()
  await palette.getByRole('option', { name: 'Keyboard shortcuts' }).click()
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Open the commands')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test.describe('on the narrowest phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

  test('the menu leads to the rooms the header has no place for', async ({ page }) => {
    await page.goto(`${shared().url}/gallery`)
    const menu = page.getByRole('button', { name: 'Commands' })
    await expect(async () => {
      await menu.tap()
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 })
    }).toPass()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.getByRole('option', { name: 'Settings' }).tap()
    await expect(page).toHaveURL(/\/settings$/)
  })
})
