import 'server-only'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'

/** Any fixed number: every worker holds this advisory lock, shared, on a connection of its own. */
export const WORKER_LOCK = 7_203_441_904

export type Health = {
  ok: boolean
  web: true
  database: boolean
  worker: boolean
  provider: 'local' | 'boson'
}

/**
 * A worker shows that it lives by holding a lock: PostgreSQL lets go of it the moment the worker dies, however it dies,
 * so nobody has to guess from the age of a heartbeat.
 */
export async function checkHealth(): Promise<Health> {
  const base = { web: true as const, provider: env.provider }
  try {
    const rows = await database().$queryRaw<{ workers: bigint }[]>`
      select count(*) as workers from pg_locks
      where locktype = 'advisory' and mode = 'ShareLock' and granted
        and (classid::bigint << 32 | objid::bigint) = ${WORKER_LOCK}`
    const worker = Number(rows[0]?.workers ?? 0) > 0
    return { ...base, ok: worker, database: true, worker }
  } catch {
    return { ...base, ok: false, database: false, worker: false }
  }
}
