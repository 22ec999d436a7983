import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import { removeUnusedAsset } from '@/lib/videos/assets'
import { cancelVideo } from '@/lib/videos/mutations'
import { findBatch } from './data'
import { lockBatch } from './lock'
import type { BatchDetail } from './schema'

/**
 * Stops what is not finished: rows that wait are not made, videos under way are cancelled. Throws `not_found`, and
 * `conflict` for a batch that has ended.
 */
export async function cancelBatch(teamId: string, id: string): Promise<BatchDetail> {
  const { status } = await findBatch(teamId, id)
  if (status === 'ended')
    throw new StudioError('conflict', 'This batch has ended already; there is nothing to cancel.')
  await stopWaiting(id)
  const { rows } = await findBatch(teamId, id)
  const running = rows.filter((row) => row.status === 'queued' || row.status === 'in_progress')
  for (const { video_id } of running) if (video_id) await cancelIfUnfinished(teamId, video_id)
  return findBatch(teamId, id)
}

/**
 * Has the rows made that failed, were cancelled, or never came to be made. Throws `not_found`, and `conflict` where there
 * is none.
 */
export async function retryBatch(teamId: string, id: string): Promise<BatchDetail> {
  const { rows } = await findBatch(teamId, id)
  const again = rows.filter(({ status }) => status === 'failed' || status === 'cancelled')
  if (again.length === 0)
    throw new StudioError(
      'conflict',
      'No video of this batch failed or was cancelled; nothing is to be tried again.',
    )
  await database().$transaction(async (transaction) => {
    await lockBatch(transaction, id)
    const where = { batchId: id, number: { in: again.map(({ row }) => row) } }
    await transaction.batchRow.updateMany({ where, data: { waiting: true } })
  })
  return findBatch(teamId, id)
}

/** Forgets a batch and what of it is not made yet. The videos it has made, and those under way, stay. Throws `not_found`. */
export async function deleteBatch(teamId: string, id: string): Promise<void> {
  await findBatch(teamId, id)
  const { portraitId, rows } = await database().batch.delete({
    where: { id },
    select: { portraitId: true, rows: { select: { referenceId: true }, distinct: ['referenceId'] } },
  })
  const inputs = [portraitId, ...rows.flatMap(({ referenceId }) => referenceId ?? [])]
  for (const input of inputs) await removeUnusedAsset(input)
}

async function stopWaiting(batchId: string): Promise<void> {
  await database().$transaction(async (transaction) => {
    await lockBatch(transaction, batchId)
    await transaction.batchRow.updateMany({ where: { batchId, waiting: true }, data: { waiting: false } })
  })
}

/** Fine for a video that has ended or gone meanwhile. */
async function cancelIfUnfinished(teamId: string, videoId: string): Promise<void> {
  try {
    await cancelVideo(teamId, videoId)
  } catch (error) {
    if (!(error instanceof StudioError) || !['conflict', 'not_found'].includes(error.type)) throw error
  }
}
