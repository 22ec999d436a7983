import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import type { StudioVideo } from '@/lib/boson/schemas'
import { database, type Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { nudge } from '@/lib/queue/queue'
import { admit } from './admission'
import { requireVideo } from './data'
import { type UpdateVideo, uniqueTags } from './filing-schema'
import { videoInclude } from './row'
import { tellEnd } from './tell-end'
import { toStudioVideo, toVideoDetail } from './view'

/** Names and files a video anew. Throws `not_found`. */
export async function updateVideo(teamId: string, id: string, change: UpdateVideo): Promise<StudioVideo> {
  await requireVideo(teamId, id)
  const data = { ...change, ...(change.tags && { tags: uniqueTags(change.tags) }) }
  return toVideoDetail(await database().video.update({ where: { id }, data, include: videoInclude }))
}

/**
 * Stops a video that is not finished. One that nobody has taken yet ends at once; a running one ends when its worker
 * next looks at the row. Throws `conflict` for a finished one.
 */
export async function cancelVideo(teamId: string, id: string): Promise<StudioVideo> {
  await requireVideo(teamId, id)
  const now = new Date()
  const ended = await database().$transaction(async (transaction) => {
    const { count } = await transaction.video.updateMany({
      where: { id, status: 'queued' },
      data: { ...CANCELLED, cancelRequestedAt: now, finishedAt: now },
    })
    if (count === 1) await tellEnd(transaction, id)
    return count === 1
  })
  if (!ended) {
    const running = await database().video.updateMany({
      where: { id, status: 'in_progress' },
      data: { cancelRequestedAt: now },
    })
    if (running.count === 0)
      throw new StudioError('conflict', 'This video is finished already; there is nothing to cancel.')
  }
  return toStudioVideo(await requireVideo(teamId, id))
}

/** How a cancelled video's row ends. */
export const CANCELLED = {
  status: 'cancelled',
  stage: 'waiting',
  errorType: 'cancelled',
  errorMessage: 'You cancelled this video.',
  leaseOwner: null,
  leaseUntil: null,
} as const

/**
 * Tries a failed or cancelled video again with the inputs it has. Throws `conflict` for any other, `all_replicas_busy`
 * where the queue is full.
 * @param onQueued called in the transaction that queues it; where it throws, nothing is tried.
 */
export async function retryVideo(
  teamId: string,
  id: string,
  onQueued?: (transaction: Transaction) => Promise<void>,
): Promise<StudioVideo> {
  const { provider } = await requireVideo(teamId, id)
  return database().$transaction(async (transaction) => {
    await admit(transaction, teamId)
    const { count } = await transaction.video.updateMany({
      where: { id, status: { in: ['failed', 'cancelled'] } },
      data: FRESH,
    })
    if (count === 0)
      throw new StudioError('conflict', 'Only a video that failed or was cancelled can be tried again.')
    // Tries are counted anew, and pieces of a live stream go by that count.
    await transaction.videoFragment.deleteMany({ where: { videoId: id } })
    await nudge(transaction, id, provider)
    await onQueued?.(transaction)
    return toStudioVideo(await transaction.video.findUniqueOrThrow({ where: { id }, include: videoInclude }))
  })
}

const FRESH = {
  status: 'queued',
  stage: 'waiting',
  progress: 0,
  attempts: 0,
  errorType: null,
  errorMessage: null,
  operation: Prisma.DbNull,
  startedAt: null,
  finishedAt: null,
  cancelRequestedAt: null,
} as const
