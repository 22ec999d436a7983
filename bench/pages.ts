/**
 * What the pages weigh, with real data: JavaScript as it is transferred (gzipped) with the page and until it rests, the
 * requests, when the largest thing was painted, how much moved by itself, and how long the browser was busy at a time
 * while loading, typing 500 characters, dragging a portrait and scrolling 5,000 videos (the median of three times, since
 * other programs have their share), beside what is allowed: `npm run bench:pages`.
 */
import type { Browser, Page } from '@playwright/test'
import { namedScripts } from '../e2e/support/first-load'
import { launchChromium } from '../e2e/support/launch-chromium'
import { PORTRAIT } from '../e2e/support/shared'
import { type FurnishedStudio, furnishStudio } from './furnished-studio'
import { type Longest, longestTask } from './longest-task'
import { median } from './median'
import { scrollGallery } from './scroll-gallery'
import { longest, seenOn, watchPage } from './watch-page'

const VIDEOS = 5000
const VIEWPORT = { width: 1440, height: 900 }
const RESTING_MS = 2500
/** First-load JavaScript, in kB. */
const BUDGETS: Partial<Record<PageName, number>> = { studio: 230, share: 130 }
const BUSY_BUDGET_MS = 100
/** The machine is not the bench's alone. */
const TIMES = 3
const DRAGS = 60
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

async function type(page: Page): Promise<void> {
  await page.keyboard.type(TYPED, { delay: 10 })
}

async function openScript(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.getByRole('textbox', { name: 'Script' }).click()
}

async function openFraming(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.getByLabel('Portrait', { exact: true }).setInputFiles(PORTRAIT)
  await page.getByRole('button', { name: 'Frame the portrait' }).click()
}

/** Takes the portrait and moves it about, closer and farther. */
async function drag(page: Page): Promise<void> {
  const box = await page.getByRole('group', { name: /^Framing/ }).boundingBox()
  if (!box) throw new Error('There is no portrait to frame.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -300)
  await page.mouse.down()
  for (let i = 0; i < DRAGS; i++)
    await page.mouse.move(x + 100 * Math.sin(i / 9), y + 60 * Math.sin(i / 7), { steps: 2 })
  await page.mouse.up()
}

const openGallery = async (page: Page, url: string) => {
  await page.goto(`${url}/gallery`, { waitUntil: 'networkidle' })
}

type Deed = {
  name: string
  open: (page: Page, url: string) => Promise<void>
  act: (page: Page) => Promise<unknown>
}

const DEEDS: Deed[] = [
  { name: `typing ${TYPED.length} characters`, open: openScript, act: type },
  { name: 'dragging a portrait', open: openFraming, act: drag },
  { name: `scrolling ${VIDEOS} videos`, open: openGallery, act: (page) => scrollGallery(page, VIDEOS) },
]

/** The longest task while it is done, each time. */
async function busyWhile(page: Page, url: string, { open, act }: Deed): Promise<Longest[]> {
  const times: Longest[] = []
  for (let time = 0; time < TIMES; time++) {
    await open(page, url)
    times.push(await longestTask(page, () => act(page)))
  }
  return times
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
  console.log(`\nlongest task (${BUSY_BUDGET_MS} ms allowed)`)
  for (const deed of DEEDS) {
    const times = await busyWhile(page, studio.url, deed)
    const [clock, processor] = (['clock', 'processor'] as const).map((of) =>
      median(times.map((time) => time[of])).toFixed(0),
    )
    console.log(`  ${deed.name}: ${clock} ms by the clock, ${processor} ms of the processor`)
  }
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
