import 'server-only'
import { database } from '@/lib/db/client'
import { log } from '@/lib/log'
import { nudge } from '@/lib/queue/queue'
import { LEASE_MS } from './lease-time'

const BEAT_EVERY_MS = 400

const leaseEnd = () => new Date(Date.now() + LEASE_MS)

/** Claims an unfinished video that nobody holds. False when somebody does, or when it is over or gone. */
export async function takeLease(id: string, owner: string): Promise<boolean> {
  const now = new Date()
  const { count } = await database().video.updateMany({
    where: {
      id,
      status: { in: ['queued', 'in_progress'] },
      OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }],
    },
    data: { leaseOwner: owner, leaseUntil: leaseEnd() },
  })
  return count === 1
}

/** Why a video is let go before its end. */
export class Cancelled extends Error {}
export class LeaseLost extends Error {}

export type HeldLease = {
  /** Aborts with `Cancelled` when a person asked for that, with `LeaseLost` when the row is gone or somebody else's. */
  signal: AbortSignal
  /** What the next heartbeat writes. */
  report: (now: { stage: string; progress: number }) => void
  stop: () => void
}

/** Keeps a claim alive, writes progress with it, and watches for a wish to cancel. */
export function holdLease(id: string, owner: string): HeldLease {
  const abort = new AbortController()
  let latest: { stage?: string; progress?: number } = {}
  let beating = false
  const beat = async () => {
    if (beating) return
    beating = true
    try {
      const [row] = await database().video.updateManyAndReturn({
        where: { id, leaseOwner: owner },
        data: { ...latest, leaseUntil: leaseEnd() },
        select: { cancelRequestedAt: true },
      })
      if (!row) abort.abort(new LeaseLost())
      else if (row.cancelRequestedAt) abort.abort(new Cancelled())
    } catch (error) {
      log.warn({ err: error, videoId: id }, 'a heartbeat failed')
    } finally {
      beating = false
    }
  }
  const timer = setInterval(beat, BEAT_EVERY_MS)
  return {
    signal: abort.signal,
    report: (now) => {
      latest = now
    },
    stop: () => clearInterval(timer),
  }
}

/** Gives an unfinished video back, so that the next worker need not wait for the lease to run out. */
export async function releaseLease(id: string, owner: string): Promise<void> {
  await database().$transaction(async (transaction) => {
    const [row] = await transaction.video.updateManyAndReturn({
      where: { id, leaseOwner: owner },
      data: { leaseOwner: null, leaseUntil: null },
      select: { provider: true },
    })
    if (row) await nudge(transaction, id, row.provider)
  })
}

/** Nudges every unfinished video that nobody holds: those of killed workers, and those whose nudge was lost. */
export async function nudgeAbandoned(): Promise<void> {
  const abandoned = await database().video.findMany({
    where: {
      status: { in: ['queued', 'in_progress'] },
      OR: [{ leaseUntil: null }, { leaseUntil: { lt: new Date() } }],
    },
    select: { id: true, provider: true },
    orderBy: { createdAt: 'asc' },
    take: 100,
  })
  for (const { id, provider } of abandoned)
    await database().$transaction((transaction) => nudge(transaction, id, provider))
}
