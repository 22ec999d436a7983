/**
 * What a gallery of many videos costs: answers of the list at its beginning and deep down, the page's first load, and how
 * long the browser is busy at a time while somebody scrolls through 5,000 videos, with how much the layout shifts:
 * `node --import ./bin/typescript.mjs bench/gallery.ts [VIDEOS …]`, 5000 and 50000 unless others are named.
 */
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../bin/chromium'
import { makeKey } from '../e2e/support/api'
import { OWNER } from '../e2e/support/shared'
import { startStudio } from '../e2e/support/studio-process'
import { median } from './median'
import { connectToStudio, seedPosters, seedVideos } from './seed-gallery'

const ROUNDS = 15
const SCROLLED = 5000
const VIEWPORT = { width: 1440, height: 900 }

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5000, 50_000]
const executablePath = await findChromium((sentence) => console.log(sentence))
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

async function signUp(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('Name').fill(OWNER.name)
  await page.getByLabel('E-mail').fill(OWNER.email)
  await page.getByLabel('Password').fill(OWNER.password)
  await page.getByRole('button', { name: /studio/i }).click()
  await page.getByRole('button', { name: /^Create · / }).waitFor()
  await page.close()
}

/** Median milliseconds until an answer is read. */
async function latency(url: string, key: string, query: Record<string, string>): Promise<string> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    const answer = await fetch(`${url}/v1/videos?${new URLSearchParams({ limit: '48', ...query })}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    if (!answer.ok) throw new Error(await answer.text())
    await answer.json()
    took.push(performance.now() - start)
  }
  return `${median(took).toFixed(0)} ms`
}

/** A cursor that stands where the n-th video is. */
const cursorAt = (n: number) => `${Date.now() - n * 60_000}.video_${n.toString(16).padStart(24, '0')}`

/** Runs in the page, before anything else: keeps how long it was busy at a time, and how much moved by itself. */
function watch() {
  const seen = { tasks: [] as number[], shift: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push(entry.duration)
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value)
  }).observe({ type: 'layout-shift', buffered: true })
}

async function seenBy(page: Page): Promise<string> {
  const { tasks, shift } = await page.evaluate(() => {
    const seen: unknown = Reflect.get(window, 'seen')
    return seen as { tasks: number[]; shift: number }
  })
  const longest = Math.max(0, ...tasks).toFixed(0)
  return `${tasks.length} tasks over 50 ms, the longest ${longest} ms; layout shift ${shift.toFixed(4)}`
}

async function load(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/gallery`, { waitUntil: 'load' })
  await page.getByRole('gridcell').first().waitFor()
  const painted = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]
    return { paint: paint.startTime, load: performance.getEntriesByType('navigation')[0].duration }
  })
  console.log(
    `  first load: painted after ${painted.paint.toFixed(0)} ms, loaded after ${painted.load.toFixed(0)} ms`,
  )
  await page.waitForTimeout(1500)
  console.log(`  until it rests: ${await seenBy(page)}`)
}

/** Down through the videos as fast as a wheel goes, and on as pages arrive. */
async function scroll(page: Page, videos: number): Promise<void> {
  await page.evaluate(() => Object.assign(Reflect.get(window, 'seen'), { tasks: [], shift: 0 }))
  await page.mouse.move(VIEWPORT.width / 2, VIEWPORT.height / 2)
  const start = performance.now()
  const row = () => page.getByRole('row').last().getAttribute('aria-rowindex')
  let last = 0
  for (let stuck = 0; stuck < 100 && last * 5 < videos; ) {
    await page.mouse.wheel(0, 1200)
    await page.waitForTimeout(30)
    const now = Number(await row())
    stuck = now === last ? stuck + 1 : 0
    last = now
  }
  const seconds = (performance.now() - start) / 1000
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  console.log(`  scrolled ${last} rows in ${seconds.toFixed(0)} s: ${await seenBy(page)}; ${nodes} elements`)
}

async function measure(count: number): Promise<void> {
  const studio = await startStudio()
  const context = await browser.newContext({ viewport: VIEWPORT })
  try {
    await signUp(context, studio.url)
    const key = await makeKey(studio.dataDir, OWNER.email)
    const database = await connectToStudio(studio.dataDir)
    await seedVideos(database, count)
    await seedPosters(studio.dataDir, count)
    await database.end()
    console.log(`\n${count} videos`)
    const asked: [string, Record<string, string>][] = [
      ['the newest', {}],
      ['in the middle', { after: cursorAt(count / 2) }],
      ['at the end', { after: cursorAt(count - 60) }],
      ['searched, many found', { q: 'thanks' }],
      ['searched, one found', { q: `Sentence number ${count - 5} ` }],
      ['searched, none found', { q: 'nowhere to be found' }],
    ]
    for (const [what, query] of asked) console.log(`  ${what}: ${await latency(studio.url, key, query)}`)
    const page = await context.newPage()
    await page.addInitScript(watch)
    await load(page, studio.url)
    await scroll(page, Math.min(count, SCROLLED))
  } finally {
    await context.close()
    await studio.dispose()
  }
}

try {
  for (const count of counts) await measure(count)
} finally {
  await browser.close()
}
