import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import type { StudioVideo } from '@/lib/boson/schemas'
import { database, type Transaction } from '@/lib/db/client'
import { captionedKey, resultKeys, storage } from '@/lib/storage/files'
import { removeUnusedAsset } from './assets'
import { cuesOf, wordsId } from './captions'
import { requireVideo } from './data'
import { CANCELLED } from './mutations'
import { type VideoRow, videoInclude } from './row'
import { toVideoDetail } from './view'

/** How long a deleted video can be brought back. */
const KEPT_DAYS = 30
const DAY_MS = 24 * 60 * 60_000
/** Removed at a time: emptying a bin must not hold a worker up. */
const BATCH = 50

/**
 * Puts a video into the bin: lists, links and files leave it out, and one that is still being made stops. Throws
 * `not_found`.
 */
export async function deleteVideo(teamId: string, id: string): Promise<void> {
  await requireVideo(teamId, id)
  await database().$transaction((transaction) => putIntoBin(transaction, teamId, [id]))
}

/** Like `deleteVideo`, for all of these that are there. */
export async function putIntoBin({ video }: Transaction, teamId: string, ids: string[]): Promise<void> {
  const now = new Date()
  const where = { teamId, id: { in: ids } }
  await video.updateMany({ where: { ...where, deletedAt: null }, data: { deletedAt: now } })
  const stopped = { ...CANCELLED, cancelRequestedAt: now, finishedAt: now }
  await video.updateMany({ where: { ...where, status: 'queued' }, data: stopped })
  await video.updateMany({ where: { ...where, status: 'in_progress' }, data: { cancelRequestedAt: now } })
}

/** Takes a video out of the bin, as it was put there. Fine for one that is not in it. Throws `not_found`. */
export async function restoreVideo(teamId: string, id: string): Promise<StudioVideo> {
  await requireRow(teamId, id)
  await database().$transaction((transaction) => takeOutOfBin(transaction, teamId, [id]))
  return toVideoDetail(await requireVideo(teamId, id))
}

/** Like `restoreVideo`, for all of these that are there. */
export async function takeOutOfBin({ video }: Transaction, teamId: string, ids: string[]): Promise<void> {
  await video.updateMany({ where: { teamId, id: { in: ids } }, data: { deletedAt: null } })
}

/** Removes a video at once, whether it lies in the bin or not. Throws `not_found`. */
export async function deletePermanently(teamId: string, id: string): Promise<void> {
  await remove(await requireRow(teamId, id))
}

/** Removes what has lain in the bin for long enough. */
export async function emptyBin(now = new Date()): Promise<void> {
  const old = await database().video.findMany({
    where: { deletedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } },
    include: videoInclude,
    take: BATCH,
  })
  for (const row of old) await remove(row)
}

async function requireRow(teamId: string, id: string): Promise<VideoRow> {
  const row = await database().video.findFirst({ where: { id, teamId }, include: videoInclude })
  if (row) return row
  throw new StudioError('not_found', 'There is no such video. It may have been deleted for good.', {
    param: 'video_id',
  })
}

/** With its links, its files, and the inputs no other video uses. A running one stops when its worker finds the row gone. */
async function remove(row: VideoRow): Promise<void> {
  const { id, portraitId, recordingId, referenceId } = row
  await database().video.delete({ where: { id } })
  const keys = [...resultKeys(id), captionedKey(id, wordsId(cuesOf(row)))]
  await Promise.all(keys.map((key) => storage().remove(key)))
  for (const assetId of [portraitId, recordingId, referenceId]) if (assetId) await removeUnusedAsset(assetId)
}
