import 'server-only'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { databasePool } from '@/lib/db/client'

/** So many `points` in a window of so many `seconds`, which begins with the first of them. */
export type Quota = { points: number; seconds: number }

export type Spent = {
  allowed: boolean
  remaining: number
  /** Seconds until the window ends and all points are there again; at least 1. */
  resetSeconds: number
}

export type RateLimit = {
  quota: Quota
  /** Takes one point from `key`, if there is one. */
  spend: (key: string) => Promise<Spent>
  /** Gives `key` all its points back. */
  forget: (key: string) => Promise<void>
}

/** What the library asks of a pool; looked up anew each time, as tests connect to databases of their own. */
const storeClient = { query: (query: { text: string; values: unknown[] }) => databasePool().query(query) }

/**
 * A limit counted in PostgreSQL, so that all processes and machines of a studio share it. While the database is away each
 * process counts for itself; a key without points is turned away from memory, without asking the database.
 */
export function createRateLimit(name: string, quota: Quota): RateLimit {
  const { points, seconds: duration } = quota
  const limiter = new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration,
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
  })
  return {
    quota,
    spend: async (key) => {
      try {
        return toSpent(true, await limiter.consume(key))
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return toSpent(false, refusal)
        throw refusal
      }
    },
    forget: async (key) => {
      await limiter.delete(key)
    },
  }
}

function toSpent(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Spent {
  return { allowed, remaining: remainingPoints, resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
}
