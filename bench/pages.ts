/**
 * What the pages weigh, with real data: JavaScript as it is transferred (gzipped) with the page and until it rests, the
 * requests, when the largest thing was painted, how much moved by itself, and how long the browser was busy at a time
 * while loading, typing 500 characters and scrolling 5,000 videos, beside what is allowed: `npm run bench:pages`.
 */
import type { Browser, Page } from '@playwright/test'
import { namedScripts } from '../e2e/support/first-load'
import { launchChromium } from '../e2e/support/launch-chromium'
import { type FurnishedStudio, furnishStudio } from './furnished-studio'
import { scrollGallery } from './scroll-gallery'
import { forget, longest, seenOn, watchPage } from './watch-page'

const VIDEOS = 5000
const VIEWPORT = { width: 1440, height: 900 }
const RESTING_MS = 2500
/** First-load JavaScript, in kB. */
const BUDGETS: Partial<Record<PageName, number>> = { studio: 230, share: 130 }
const BUSY_BUDGET_MS = 100
const TYPED = 'The quick brown fox jumps over the lazy dog, and then it does so again. '
  .repeat(7)
  .slice(0, 500)

type PageName = keyof FurnishedStudio['addresses']
type Script = { url: string; bytes: number }

/** All that was fetched so far, and of it the scripts. */
function fetched(page: Page): Promise<{ requests: number; scripts: Script[] }> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const scripts = new Map(
      entries
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ name, encodedBodySize }) => [name, encodedBodySize]),
    )
    return { requests: entries.length + 1, scripts: [...scripts].map(([url, bytes]) => ({ url, bytes })) }
  })
}

const kilobytes = (scripts: Script[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000

function row(...cells: string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(9) : cell.padStart(16))).join(''))
}

async function visit(page: Page, url: string, name: PageName, address: string): Promise<void> {
  await page.goto(url + address, { waitUntil: 'load' })
  await page.waitForTimeout(RESTING_MS)
  const named = new Set(await namedScripts(page.request, url + address))
  const { requests, scripts } = await fetched(page)
  const first = scripts.filter(({ url }) => named.has(url))
  const seen = await seenOn(page)
  const budget = BUDGETS[name]
  row(
    name,
    `${kilobytes(first).toFixed(1)} kB`,
    budget ? `${budget} kB` : '',
    `${kilobytes(scripts).toFixed(1)} kB`,
    `${requests}`,
    `${seen.painted.toFixed(0)} ms`,
    seen.shift.toFixed(4),
    `${longest(seen).toFixed(0)} ms`,
  )
}

async function whileTyping(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.getByRole('textbox', { name: 'Script' }).click()
  await forget(page)
  await page.keyboard.type(TYPED, { delay: 10 })
  return longest(await seenOn(page))
}

async function whileScrolling(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/gallery`, { waitUntil: 'networkidle' })
  await forget(page)
  await scrollGallery(page, VIDEOS)
  return longest(await seenOn(page))
}

async function measure(browser: Browser, { studio, session, addresses }: FurnishedStudio): Promise<void> {
  row('', 'first load', 'allowed', 'until it rests', 'requests', 'LCP', 'CLS', 'longest task')
  for (const [name, address] of Object.entries(addresses) as [PageName, string][]) {
    // A new browser each time, so that nothing is remembered; only the team's own pages are met signed in.
    const signedIn = ['studio', 'gallery', 'video'].includes(name)
    const context = await browser.newContext({
      viewport: VIEWPORT,
      storageState: signedIn ? session : undefined,
    })
    const page = await context.newPage()
    await watchPage(page)
    await visit(page, studio.url, name, address)
    await context.close()
  }
  const page = await (await browser.newContext({ viewport: VIEWPORT, storageState: session })).newPage()
  await watchPage(page)
  const typing = await whileTyping(page, studio.url)
  console.log(`\nlongest task (${BUSY_BUDGET_MS} ms allowed; 0: none over 50 ms)`)
  console.log(`  typing ${TYPED.length} characters: ${typing.toFixed(0)} ms`)
  console.log(`  scrolling ${VIDEOS} videos: ${(await whileScrolling(page, studio.url)).toFixed(0)} ms`)
}

const browser = await launchChromium()
try {
  const furnished = await furnishStudio(browser, VIDEOS)
  try {
    await measure(browser, furnished)
  } finally {
    await furnished.studio.dispose()
  }
} finally {
  await browser.close()
}
