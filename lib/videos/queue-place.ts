import 'server-only'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { learnedPace, type Order, type ProviderName, secondsLeft, waitAt } from './estimate'
import type { VideoRow } from './row'

/** Videos that a studio's pace is learned from. */
const LATEST = 12

/** What a video is expected to take, as the latest ones did, as its row keeps it. */
export async function expectWait(order: Order, provider?: ProviderName) {
  const pace = await currentPace(provider)
  return { expectedWait: waitAt(pace, order), expectedBase: pace.base }
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
    select: { seconds: true, size: true, recordingId: true, startedAt: true, finishedAt: true },
  })
  const made = rows.flatMap(({ seconds, size, recordingId, startedAt, finishedAt }) =>
    seconds && startedAt && finishedAt
      ? [{ seconds, size, recording: recordingId !== null, took: (+finishedAt - +startedAt) / 1000 }]
      : [],
  )
  return learnedPace(provider, made)
}

/** A queued video's place: how many wait before it, and the seconds until its turn. */
export type QueuePlace = { before: number; seconds: number }

/** Null for a video that does not wait. */
export async function queuePlace(row: VideoRow, now = new Date()): Promise<QueuePlace | null> {
  return row.status === 'queued' ? placeAfter(row.provider, row.createdAt, now) : null
}

/** The place of a video that is asked for now. */
export async function nextPlace(provider: ProviderName, now = new Date()): Promise<QueuePlace> {
  return placeAfter(provider, now, now)
}

async function placeAfter(provider: ProviderName, createdAt: Date, now: Date): Promise<QueuePlace> {
  const ahead = await database().video.findMany({
    where: { provider, OR: [{ status: 'in_progress' }, { status: 'queued', createdAt: { lt: createdAt } }] },
    select: {
      status: true,
      progress: true,
      expectedWait: true,
      expectedBase: true,
      startedAt: true,
      leaseUntil: true,
    },
  })
  const slots = env.slots[provider]
  const work = ahead.reduce((sum, video) => sum + (secondsLeft(video, now) ?? 0), 0)
  return {
    before: ahead.filter(({ status }) => status === 'queued').length,
    // A free place is there at once.
    seconds: ahead.length < slots ? 0 : work / slots,
  }
}
