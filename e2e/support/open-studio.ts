import type { Page } from '@playwright/test'
import { shared } from './shared'

/** An empty studio page: what earlier visits typed and dropped is remembered, so it is cleared first. */
export async function openStudio(page: Page): Promise<void> {
  await page.goto(shared().url)
  await page.evaluate(async () => {
    localStorage.clear()
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  })
  await page.reload()
}
