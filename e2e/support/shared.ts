import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const FILE = 'test-results/shared.json'

const sharedSchema = z.object({
  studios: z.array(z.object({ url: z.string(), port: z.number(), dataDir: z.string() })),
  media: z.object({
    wav: z.string(),
    mp3: z.string(),
    m4a: z.string(),
    long: z.string(),
    silent: z.string(),
    seconds: z.number(),
  }),
})
type Shared = z.infer<typeof sharedSchema>
export type Media = Shared['media']

/** Which of the workers this is; files are read before there are any, too. */
const WORKER = Number(process.env.TEST_PARALLEL_INDEX ?? 0)

/** What the global setup made for this worker's tests, which run in a process of their own. */
export function shared(): Shared['studios'][number] & { media: Media } {
  const { studios, media } = sharedSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const studio = studios[WORKER]
  if (!studio) throw new Error(`There is no studio for worker ${WORKER}.`)
  return { ...studio, media }
}

export function keepShared(value: Shared): void {
  writeFileSync(FILE, JSON.stringify(value))
}

/** The file with a worker's owner's session. */
export function sessionOf(worker: number): string {
  return `test-results/owner-session-${worker}.json`
}

export const PORTRAIT = 'assets/samples/astronaut.png'
export const OWNER = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'engine of analysis' }
export const SESSION = sessionOf(WORKER)
