/** What counting a request costs: `node --import ./bin/typescript.mjs bench/rate-limit.ts`. */
import { createRateLimit } from '@/lib/http/rate-limit'
import { startTestDatabase } from '@/lib/testing/database'
import { median } from './median'

const WARM_UP = 200
const ROUNDS = 2000

const database = await startTestDatabase()
await database.database.$connect()
try {
  const open = createRateLimit('bench-open', { points: 1_000_000, seconds: 600 })
  const exhausted = createRateLimit('bench-exhausted', { points: 1, seconds: 600 })
  const cost = async (limit: typeof open) => {
    const took: number[] = []
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const start = performance.now()
      await limit.spend(`key-${round % 10}`)
      if (round >= WARM_UP) took.push(performance.now() - start)
    }
    return `${median(took).toFixed(3)} ms`
  }
  console.log(
    `a request that is let through: ${await cost(open)}; one that is turned away: ${await cost(exhausted)}`,
  )
} finally {
  await database.dispose()
}
