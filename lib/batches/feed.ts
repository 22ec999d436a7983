import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { VIDEO_MODEL } from '@/lib/boson/limits'
import { sizeSchema } from '@/lib/boson/schemas'
import { database, type Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { insertVideo } from '@/lib/videos/create'
import { framingOf } from '@/lib/videos/framing'
import { retryVideo } from '@/lib/videos/mutations'
import { scriptOf } from '@/lib/videos/script'
import { lockBatch } from './lock'

/** Of one batch: enough to keep every slot busy with one waiting, so that what people make by hand goes in between. */
const atOnce = () => env.slots[env.provider] + 1

type OpenBatch = Prisma.BatchGetPayload<object>
type Row = Prisma.BatchRowGetPayload<object>

/** The row is somebody else's turn now: another feeder took it, its batch is at its limit, or it was cancelled. */
class NotNow extends Error {}

/**
 * Has the next rows of every open batch made, as many as may wait or run at a time; a full queue means later. Safe to
 * call at any time, from any number of workers: a row and its video are tied in the transaction that makes the video.
 */
export async function feedBatches(): Promise<void> {
  const open = await database().batch.findMany({
    where: { rows: { some: { waiting: true } } },
    orderBy: { createdAt: 'asc' },
  })
  for (const batch of open) await feedBatch(batch)
}

async function feedBatch(batch: OpenBatch): Promise<void> {
  while ((await unfinished(database(), batch.id)) < atOnce()) {
    const row = await database().batchRow.findFirst({
      where: { batchId: batch.id, waiting: true },
      orderBy: { number: 'asc' },
    })
    if (!row) return
    try {
      await (row.videoId === null ? make(batch, row) : tryAgain(batch, row, row.videoId))
    } catch (error) {
      if (error instanceof NotNow || isFull(error)) return
      throw error
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof StudioError && error.type === 'all_replicas_busy'
}

async function make(batch: OpenBatch, row: Row): Promise<void> {
  const caller = { teamId: batch.teamId, userId: batch.createdById }
  const video = {
    provider: env.provider,
    title: row.title,
    model: VIDEO_MODEL,
    size: sizeSchema.parse(batch.size),
    portrait: { id: batch.portraitId },
    framing: framingOf(batch.framing),
    recording: null,
    reference: row.referenceId === null ? null : { id: row.referenceId },
    script: scriptOf(row.speech),
    seconds: row.seconds,
    notices: batch.notices,
  }
  await insertVideo(caller, video, {
    live: false,
    onMade: (transaction, { id }) => tie(transaction, row, id),
  })
}

/** A row whose video failed, and which somebody wants tried again. */
async function tryAgain(batch: OpenBatch, row: Row, videoId: string): Promise<void> {
  try {
    await retryVideo(batch.teamId, videoId, (transaction) => tie(transaction, row, videoId))
  } catch (error) {
    // Deleted meanwhile, or tried again by hand: the video speaks for itself.
    if (!(error instanceof StudioError) || !['not_found', 'conflict'].includes(error.type)) throw error
    const where = { batchId: row.batchId, number: row.number, videoId }
    await database().batchRow.updateMany({ where, data: { waiting: false } })
  }
}

/** Settles that this video is the row's. Throws `NotNow`, and then there is no such video, where it is not its turn. */
async function tie(transaction: Transaction, row: Row, videoId: string): Promise<void> {
  const { batchId, number } = row
  await lockBatch(transaction, batchId)
  if ((await unfinished(transaction, batchId)) >= atOnce()) throw new NotNow()
  const { count } = await transaction.batchRow.updateMany({
    where: { batchId, number, waiting: true, videoId: row.videoId },
    data: { waiting: false, videoId },
  })
  if (count === 0) throw new NotNow()
}

/** How many videos of a batch wait or run. */
async function unfinished(reader: Transaction, batchId: string): Promise<number> {
  const rows = await reader.batchRow.findMany({
    where: { batchId, waiting: false, videoId: { not: null } },
    select: { videoId: true },
  })
  const ids = rows.flatMap(({ videoId }) => videoId ?? [])
  return reader.video.count({
    where: { id: { in: ids }, status: { in: ['queued', 'in_progress'] }, deletedAt: null },
  })
}
