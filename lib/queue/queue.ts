import 'server-only'
import PgBoss from 'pg-boss'
import type { Transaction } from '@/lib/db/client'
import { onNotification } from '@/lib/db/notifications'
import { log } from '@/lib/log'

/** One for each engine: what waits for Boson must not keep this machine's own engine waiting, nor the other way round. */
const QUEUES = { local: 'videos', boson: 'videos-boson' } as const
export type Lane = keyof typeof QUEUES
/** PostgreSQL notification that a job was queued, so that a free worker need not wait for its next look. */
const CHANNEL = 'avatar_studio_videos'
const LOOK_EVERY_MS = 2000

/**
 * Creates pg-boss's own schema and the queues. Run once at start, before web and workers.
 * The policy `short` keeps at most one waiting nudge a video.
 */
export async function prepareQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', (error) => log.error({ err: error }, 'queue'))
  await boss.start()
  for (const name of Object.values(QUEUES)) await boss.createQueue(name, { name, policy: 'short' })
  await boss.stop({ graceful: false })
}

/**
 * Queues a nudge to look at `videoId`, inside the caller's transaction: row and job appear together or not at all.
 * A nudge delivered twice is harmless, because workers take a lease on the row.
 */
export async function nudge(transaction: Transaction, videoId: string, lane: Lane): Promise<void> {
  const db = {
    executeSql: async (text: string, values: unknown[]) => {
      const rows = await transaction.$queryRawUnsafe<unknown[]>(text, ...values)
      return { rows, rowCount: rows.length }
    },
  }
  await sender().send(
    QUEUES[lane],
    { videoId },
    { db, singletonKey: videoId, retryLimit: 0, expireInHours: 1 },
  )
  await transaction.$executeRaw`select pg_notify(${CHANNEL}, ${videoId})`
}

let unstarted: PgBoss | undefined

/** Only builds SQL for `send`; it runs on the caller's transaction, so this one never connects. */
function sender(): PgBoss {
  unstarted ??= new PgBoss({ connectionString: '', supervise: false, schedule: false, migrate: false })
  return unstarted
}

export type Consumer = { stop: () => Promise<void> }

/**
 * Hands video ids queued for an engine to `handle`, at most `slots` at a time. A nudge is done with once it has been taken: whoever
 * takes one and dies leaves the row's lease to run out, and `sweep` in the runner nudges again.
 * `stop` takes no more and resolves when the handlers under way have ended.
 */
export async function consume(
  url: string,
  lane: Lane,
  slots: number,
  handle: (videoId: string) => Promise<void>,
): Promise<Consumer> {
  const boss = new PgBoss({ connectionString: url, schedule: false, migrate: false, max: 3 })
  boss.on('error', (error) => log.error({ err: error }, 'queue'))
  await boss.start()
  const running = new Set<Promise<void>>()
  let stopped = false
  let looking = Promise.resolve()

  const takeAll = async () => {
    while (!stopped && running.size < slots) {
      const [job] = await boss.fetch<{ videoId: string }>(QUEUES[lane], { batchSize: 1 })
      if (!job) return
      await boss.deleteJob(QUEUES[lane], job.id)
      const work = handle(job.data.videoId)
        .catch((error) =>
          log.error({ err: error, videoId: job.data.videoId }, 'the handler of a video failed'),
        )
        .finally(() => {
          running.delete(work)
          look()
        })
      running.add(work)
    }
  }
  const look = () => {
    looking = looking.then(takeAll).catch((error) => log.error({ err: error }, 'cannot read the queue'))
  }

  const stopListening = onNotification(CHANNEL, look)
  const timer = setInterval(look, LOOK_EVERY_MS)
  look()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      stopListening()
      await looking
      await Promise.all(running)
      await boss.stop({ graceful: false })
    },
  }
}
