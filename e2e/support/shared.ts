import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const FILE = 'test-results/shared.json'

const sharedSchema = z.object({
  url: z.string(),
  port: z.number(),
  dataDir: z.string(),
  media: z.object({
    wav: z.string(),
    mp3: z.string(),
    m4a: z.string(),
    long: z.string(),
    silent: z.string(),
    seconds: z.number(),
  }),
})
export type Shared = z.infer<typeof sharedSchema>

/** What the global setup made, for the tests, which run in other processes. */
export function shared(): Shared {
  return sharedSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')))
}

export function keepShared(value: Shared): void {
  writeFileSync(FILE, JSON.stringify(value))
}

export const PORTRAIT = 'assets/samples/astronaut.png'
export const OWNER = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'engine of analysis' }
export const SESSION = 'test-results/owner-session.json'
