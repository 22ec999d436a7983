import 'server-only'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { learnedPace, type ProviderName, secondsLeft, waitAt } from './estimate'
import type { VideoRow } from './row'

/** Videos that a studio's pace is learned from. */
const LATEST = 20

/** Seconds a video of so many seconds of speech will take to make, as the latest ones did. */
export async function expectWait(seconds: number, provider?: ProviderName): Promise<number> {
  return waitAt(await currentPace(provider), seconds)
}

/** The pace at which videos are made now. */
export async function currentPace(provider: ProviderName = env.provider) {
  const rows = await database().video.findMany({
    where: {
      provider,
      // What is made from an earlier film takes less than its length says.
      retakeOf: null,
      status: 'completed',
      attempts: 1,
      startedAt: { not: null },
      seconds: { gt: 0 },
    },
    orderBy: { finishedAt: 'desc' },
    take: LATEST,
    select: { seconds: true, startedAt: true, finishedAt: true },
  })
  const made = rows.flatMap(({ seconds, startedAt, finishedAt }) =>
    seconds && startedAt && finishedAt
      ? [{ seconds, took: (finishedAt.getTime() - startedAt.getTime()) / 1000 }]
      : [],
  )
  return learnedPace(provider, made)
}

/** A queued video's place: how many wait before it, and the seconds until its turn. */
export type QueuePlace = { before: number; seconds: number }

/** Null for a video that does not wait. */
export async function queuePlace(row: VideoRow, now = new Date()): Promise<QueuePlace | null> {
  if (row.status !== 'queued') return null
  const ahead = await database().video.findMany({
    where: {
      provider: row.provider,
      OR: [{ status: 'in_progress' }, { status: 'queued', createdAt: { lt: row.createdAt } }],
    },
    select: { status: true, progress: true, expectedWait: true, startedAt: true },
  })
  const work = ahead.reduce((sum, video) => sum + (secondsLeft(video, now) ?? 0), 0)
  return {
    before: ahead.filter(({ status }) => status === 'queued').length,
    seconds: work / env.slots[row.provider],
  }
}
