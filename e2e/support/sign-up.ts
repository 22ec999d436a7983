import type { Page } from '@playwright/test'
import { OWNER } from './shared'

/** Makes the first account of a new studio in a browser, which stays signed in and ends up in the studio. */
export async function signUp(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByLabel('Name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: /studio/i }).click()
  await page.getByRole('button', { name: /^Create · / }).waitFor()
}
