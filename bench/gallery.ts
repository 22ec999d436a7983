/**
 * What a gallery of many videos costs: answers of the list at its beginning and deep down, every query of it as PostgreSQL
 * ran it, the page's first load, and how long the browser is busy at a time while somebody scrolls through 5,000 videos,
 * with how much the layout shifts:
 * `node --import ./bin/typescript.mjs bench/gallery.ts [VIDEOS …]`, 5000 and 50000 unless others are named.
 */
import type { Page } from '@playwright/test'
import { runningEmbeddedPostgres } from '@/lib/db/embedded'
import { keyOf } from '../e2e/support/account'
import { launchChromium } from '../e2e/support/launch-chromium'
import { signUp } from '../e2e/support/sign-up'
import { startStudio } from '../e2e/support/studio-process'
import { explainLists } from './explain-lists'
import { median } from './median'
import { scrollGallery } from './scroll-gallery'
import { connectToStudio, groupVideos, seedPosters, seedVideos } from './seed-gallery'
import { forget, longest, seenOn, watchPage } from './watch-page'

const ROUNDS = 15
const SCROLLED = 5000
const VIEWPORT = { width: 1440, height: 900 }

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5000, 50_000]
const browser = await launchChromium()

/** Median milliseconds until an answer is read. */
async function latency(url: string, key: string, query: Record<string, string>): Promise<string> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    const answer = await fetch(
      `${url}/v1/videos?${new URLSearchParams({ limit: '48', versions: 'together', ...query })}`,
      {
        headers: { authorization: `Bearer ${key}` },
      },
    )
    if (!answer.ok) throw new Error(await answer.text())
    await answer.json()
    took.push(performance.now() - start)
  }
  return `${median(took).toFixed(0)} ms`
}

/** A cursor that stands where the n-th video is. */
const cursorAt = (n: number) => `${Date.now() - n * 60_000}.video_${n.toString(16).padStart(24, '0')}`

async function seenBy(page: Page): Promise<string> {
  const seen = await seenOn(page)
  const busy = `${seen.tasks.length} tasks over 50 ms, the longest ${longest(seen).toFixed(0)} ms`
  return `${busy}; layout shift ${seen.shift.toFixed(4)}`
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

async function scroll(page: Page, videos: number): Promise<void> {
  await forget(page)
  const start = performance.now()
  const last = await scrollGallery(page, videos)
  const seconds = (performance.now() - start) / 1000
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  console.log(`  scrolled ${last} rows in ${seconds.toFixed(0)} s: ${await seenBy(page)}; ${nodes} elements`)
}

async function measure(count: number): Promise<void> {
  const studio = await startStudio()
  const context = await browser.newContext({ viewport: VIEWPORT, baseURL: studio.url })
  try {
    const page = await context.newPage()
    await signUp(page, studio.url)
    const key = await keyOf(context.request)
    const database = await connectToStudio(studio.dataDir)
    await seedVideos(database, count)
    await groupVideos(database)
    await seedPosters(studio.dataDir, count)
    await database.end()
    console.log(`\n${count} videos`)
    const asked: [string, Record<string, string>][] = [
      ['the newest', {}],
      ['the newest, versions apart', { versions: 'apart' }],
      ['in the middle', { after: cursorAt(count / 2) }],
      ['at the end', { after: cursorAt(count - 60) }],
      ['searched, many found', { q: 'thanks' }],
      ['searched, one found', { q: `Sentence number ${count - 5} ` }],
      ['searched, none found', { q: 'nowhere to be found' }],
    ]
    for (const [what, query] of asked) console.log(`  ${what}: ${await latency(studio.url, key, query)}`)
    await explainLists((await runningEmbeddedPostgres(studio.dataDir)) ?? '', count)
    await watchPage(page)
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
