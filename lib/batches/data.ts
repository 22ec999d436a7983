import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { database, type Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { currentPace } from '@/lib/videos/queue-place'
import type { Batch, BatchDetail, BatchList, ListBatches } from './schema'
import { type RowVideo, toBatch, toBatchDetail, videoColumns } from './view'

const include = {
  createdBy: { select: { name: true } },
  rows: { orderBy: { number: 'asc' } },
} satisfies Prisma.BatchInclude

/** A batch of the team with its rows. Throws `not_found`. */
export async function findBatch(
  teamId: string,
  id: string,
  reader: Transaction = database(),
): Promise<BatchDetail> {
  const batch = await reader.batch.findFirst({ where: { id, teamId }, include })
  if (!batch) throw noSuchBatch()
  return toBatchDetail(batch, await videosOf([batch], reader), await currentPace())
}

/** A page of a team's batches, newest first. Throws `not_found` for a cursor that names a batch which is gone. */
export async function listBatches(teamId: string, { limit, after }: ListBatches): Promise<BatchList> {
  const found = await database().batch.findMany({
    where: { teamId, ...(after && (await before(teamId, after))) },
    include,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const page = found.slice(0, limit)
  const [videos, pace] = await Promise.all([videosOf(page), currentPace()])
  const data = page.map((batch): Batch => toBatch(batch, videos, pace))
  return { object: 'list', data, has_more: found.length > limit, last_id: data.at(-1)?.id ?? null }
}

/** The error for a batch that is not there, or not the caller's. */
export function noSuchBatch(): StudioError {
  return new StudioError('not_found', 'There is no such batch. It may have been deleted.', {
    param: 'batch_id',
  })
}

async function before(teamId: string, after: string): Promise<Prisma.BatchWhereInput> {
  const last = await database().batch.findFirst({ where: { id: after, teamId } })
  if (!last) {
    throw new StudioError('not_found', 'The batch named in after is gone. Start the list again.', {
      param: 'after',
    })
  }
  const { createdAt, id } = last
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] }
}

/** The videos of these batches, by id; deleted ones are left out. */
async function videosOf(
  batches: { rows: { videoId: string | null }[] }[],
  reader: Transaction = database(),
): Promise<Map<string, RowVideo>> {
  const ids = batches.flatMap(({ rows }) => rows.flatMap(({ videoId }) => videoId ?? []))
  const videos = await reader.video.findMany({
    where: { id: { in: ids }, deletedAt: null },
    select: videoColumns,
  })
  return new Map(videos.map((video) => [video.id, video]))
}
