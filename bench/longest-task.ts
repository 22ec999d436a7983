import type { Page } from '@playwright/test'
import { z } from 'zod'

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds by the clock, and those in which the thread was running. */
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).optional(),
})
type Event = z.infer<typeof eventSchema>

/** Milliseconds by the clock, and of the processor: on a machine that others use, a task waits for its turn, too. */
export type Longest = { clock: number; processor: number }

/** The longest task of a page's main thread while something is done. */
export async function longestTask(page: Page, act: () => Promise<unknown>): Promise<Longest> {
  const events: Event[] = []
  const browser = await page.context().newCDPSession(page)
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...z.array(eventSchema).parse(value)))
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'toplevel,devtools.timeline',
  })
  await act()
  const told = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve))
  await browser.send('Tracing.end')
  await told
  await browser.detach()
  const thread = ({ pid, tid }: Event) => `${pid} ${tid}`
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread),
  )
  const tasks = events.filter((event) => event.name === 'RunTask' && main.has(thread(event)))
  const most = (of: 'dur' | 'tdur') => Math.max(0, ...tasks.map((task) => task[of] ?? 0)) / 1000
  return { clock: most('dur'), processor: most('tdur') }
}
