import type { Page } from '@playwright/test'
import { z } from 'zod'

const seenSchema = z.object({
  /** Milliseconds the browser was busy at a time, where those were more than 50. */
  tasks: z.array(z.number()),
  /** Cumulative layout shift. */
  shift: z.number(),
  /** Largest contentful paint, in milliseconds. */
  painted: z.number(),
})
export type Seen = z.infer<typeof seenSchema>

/** From its next visit on, a page keeps how busy the browser was, how much moved by itself, and when it was painted. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { tasks: [] as number[], shift: 0, painted: 0 }
    Object.assign(window, { seen })
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.entryType === 'longtask') seen.tasks.push(entry.duration)
        else if (entry.entryType === 'layout-shift' && 'value' in entry) seen.shift += Number(entry.value)
        else seen.painted = entry.startTime
      }
    })
    for (const type of ['longtask', 'layout-shift', 'largest-contentful-paint'])
      observer.observe({ type, buffered: true })
  })
}

/** What was seen since the visit began, or since `forget`. */
export async function seenOn(page: Page): Promise<Seen> {
  return seenSchema.parse(await page.evaluate(() => Reflect.get(window, 'seen')))
}

export async function forget(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(Reflect.get(window, 'seen'), { tasks: [], shift: 0 }))
}

export function longest({ tasks }: Seen): number {
  return Math.max(0, ...tasks)
}
