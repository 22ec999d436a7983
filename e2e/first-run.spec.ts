import { expect, test } from '@playwright/test'
import { expectToPlay } from './support/playback'
import { OWNER, SESSION, shared } from './support/shared'

test('a newcomer creates the account and sees the sample speak', async ({ page, context }) => {
  const { url } = shared()
  await page.goto(url)
  await expect(page).toHaveURL(/\/welcome$/)
  await page.getByLabel('Name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: /studio|start|create/i }).click()

  await expect(page.getByRole('textbox', { name: 'Script' })).not.toBeEmpty()
  await page.getByRole('button', { name: /^Create/ }).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  const video = page.locator('video')
  await expect(video).toBeVisible({ timeout: 90_000 })
  await expectToPlay(video, { width: 640, height: 640 })
  await context.storageState({ path: SESSION })
})

test('after the first visitor nobody becomes owner', async ({ page, request }) => {
  const { url } = shared()
  await page.goto(`${url}/welcome`)
  await expect(page).toHaveURL(/\/sign-in/)
  const answer = await request.post(`${url}/api/first-run`, { data: { ...OWNER, email: 'eve@example.org' } })
  expect(answer.status()).toBe(403)
})

test('a wrong password does not get in, the right one does, and signing out ends it', async ({ page }) => {
  const { url } = shared()
  await page.goto(`${url}/gallery`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible()
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/gallery$/)
  // The theme's icon is drawn once the page is alive; before that, a click goes nowhere.
  await page.getByRole('button', { name: /theme/ }).locator('svg').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(`${url}/gallery`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('after ten wrong passwords the page says to wait', async ({ page }) => {
  await page.goto(`${shared().url}/sign-in`)
  await page.getByLabel('E-mail').fill('mallory@example.org')
  await page.getByLabel('Password').fill('not the password')
  for (let tries = 0; tries < 11; tries++) {
    const answered = page.waitForResponse(/callback\/credentials/)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await answered
  }
  await expect(page.getByRole('alert').filter({ hasText: /Wait 15 minutes/ })).toBeVisible()
})
