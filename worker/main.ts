/**
 * The process that takes videos from the queue and renders them, and tells webhooks of their end:
 * `node --import ./bin/typescript.mjs worker/main.ts`.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { Client } from 'pg'
import { feedBatches } from '@/lib/batches/feed'
import { PROVIDERS } from '@/lib/boson/limits'
import { env } from '@/lib/env'
import { WORKER_LOCK } from '@/lib/health'
import { sweepIdempotencyKeys } from '@/lib/http/idempotency'
import { log } from '@/lib/log'
import { engine } from '@/lib/provider/engine'
import { consume } from '@/lib/queue/queue'
import { sweepVisits } from '@/lib/share/visits'
import { emptyBin } from '@/lib/videos/bin'
import { nudgeAbandoned } from '@/lib/videos/lease'
import { sweepLive } from '@/lib/videos/live'
import { runVideo } from '@/lib/videos/runner'
import { startSender } from '@/lib/webhooks/sender'

const SWEEP_EVERY_MS = 2000
const TIDY_EVERY_MS = 600_000

if (!env.databaseUrl) throw new Error('DATABASE_URL is not set: start the studio with `npm start`.')
const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`
const stopping = new AbortController()

const presence = new Client({ connectionString: env.databaseUrl })
// Without its lock the worker is invisible: better to end, and be started again.
presence.on('error', (error) => {
  log.error({ err: error }, 'the worker lost the database')
  process.exit(1)
})
await presence.connect()

const feed = () => feedBatches().catch((error) => log.warn({ err: error }, 'cannot go on with a batch'))
const run = async (id: string) => {
  await runVideo(id, owner, stopping.signal)
  // It may have been one of a batch: the next one need not wait for the sweep.
  if (!stopping.signal.aborted) await feed()
}
const { databaseUrl, slots } = env
// Also of an engine that can no longer be chosen: what waits for it ends, and says why.
const consumers = await Promise.all(
  PROVIDERS.map((engine) => consume(databaseUrl, engine, slots[engine], run)),
)
const sender = await startSender({
  allowPrivate: env.fetchPrivateAddresses,
  now: () => new Date(),
  random: Math.random,
})
const sweep = () =>
  Promise.all([
    nudgeAbandoned().catch((error) => log.warn({ err: error }, 'cannot look for abandoned videos')),
    feed(),
  ])
const sweeper = setInterval(sweep, SWEEP_EVERY_MS)
await sweep()
const tidyUp = () =>
  Promise.all([sweepIdempotencyKeys(), sweepLive(), sweepVisits(), emptyBin()]).catch((error) =>
    log.warn({ err: error }, 'cannot remove what nobody asks for any more'),
  )
const tidier = setInterval(tidyUp, TIDY_EVERY_MS)
await presence.query('select pg_advisory_lock_shared($1)', [WORKER_LOCK])
if (env.provider === 'local') engine().warm('render')
log.info({ owner, provider: env.provider, slots }, 'worker ready')

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return
  clearInterval(sweeper)
  clearInterval(tidier)
  stopping.abort()
  await Promise.all([...consumers.map((consumer) => consumer.stop()), sender.stop()])
  engine().stop()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// Started by `npm start`, which keeps a channel open: when it is gone, however it ended, so is this worker.
process.on('disconnect', stop)
