/**
 * Takes pictures of a studio as a newcomer sees it. `npm run screens` writes the README's picture;
 * `npm run screens -- DIR` writes every page into DIR, on phone, tablet and desktop, light and dark.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from '@playwright/test'
import { launchChromium } from '../e2e/support/launch-chromium'
import { signUp } from '../e2e/support/sign-up'
import { startStudio } from '../e2e/support/studio-process'

const directory = process.argv[2]
const VIEWPORTS = { phone: [390, 844], tablet: [834, 1112], desktop: [1440, 900] } as const
const README_VIEWPORT = { width: 1440, height: 900 }

/** Every page's picture in one theme and viewport. */
async function shoot(browser: Browser, url: string, state: BrowserContext, video: string, link: string) {
  const storageState = await state.storageState()
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [device, [width, height]] of Object.entries(VIEWPORTS)) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height }, storageState })
      const page = await context.newPage()
      const pages = {
        studio: '/',
        gallery: '/gallery',
        batch: '/batch',
        links: '/links',
        settings: '/settings',
        video: `/v/${video}`,
        share: link,
        missing: '/nothing-here',
      }
      for (const [name, address] of Object.entries(pages)) {
        await page.goto(url + address, { waitUntil: 'networkidle' })
        await page.screenshot({ path: path.join(directory ?? '', `${name}-${device}-${colorScheme}.png`) })
      }
      await context.clearCookies()
      await page.goto(`${url}/sign-in`, { waitUntil: 'networkidle' })
      await page.screenshot({ path: path.join(directory ?? '', `sign-in-${device}-${colorScheme}.png`) })
      await context.close()
    }
  }
}

const studio = await startStudio()
const browser = await launchChromium()
try {
  const context = await browser.newContext({ viewport: README_VIEWPORT, colorScheme: 'light' })
  const page = await context.newPage()
  await signUp(page, studio.url)
  await page.waitForLoadState('networkidle')
  if (directory) {
    mkdirSync(directory, { recursive: true })
    await page.getByRole('button', { name: /^Create/ }).click()
    await page.getByRole('button', { name: 'Cancel' }).waitFor()
    await page.screenshot({ path: path.join(directory, 'working-desktop-light.png') })
    const share = page.getByRole('link', { name: 'Share' })
    const video =
      /video_[0-9a-f]+/.exec((await share.getAttribute('href', { timeout: 90_000 })) ?? '')?.[0] ?? ''
    await page.screenshot({ path: path.join(directory, 'done-desktop-light.png') })
    const answer = await page.request.post(`${studio.url}/v1/videos/${video}/links`)
    const link = new URL((await answer.json()).url).pathname
    await shoot(browser, studio.url, context, video, link)
  } else {
    await page.screenshot({ path: 'docs/studio.png' })
  }
} finally {
  await browser.close()
  await studio.dispose()
}
