import { expect, test } from '@playwright/test'
import { firstLoad } from './support/first-load'
import { SESSION, shared } from './support/shared'

test.use({ storageState: SESSION })

test('the studio is light, and so is what a stranger meets', async ({ page, playwright }) => {
  expect(await firstLoad(page.request, shared().url)).toBeLessThan(230)
  const stranger = await playwright.request.newContext({ storageState: { cookies: [], origins: [] } })
  // A link that is no longer there has the scripts of one that is. React and Next's client are 139 of them.
  expect(await firstLoad(stranger, `${shared().url}/s/${'a'.repeat(22)}`)).toBeLessThan(172)
  expect(await firstLoad(stranger, `${shared().url}/sign-in`)).toBeLessThan(172)
  await stranger.dispose()
})
