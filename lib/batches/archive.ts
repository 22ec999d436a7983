import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { ServedArchive } from '@/lib/http/serve-archive'
import { videoKey } from '@/lib/storage/files'
import { fileName } from '@/lib/videos/file-name'
import { noSuchBatch } from './data'

/** The finished videos of a batch, each by the number of its row and its title. Throws `not_found`. */
export async function findArchive(teamId: string, id: string): Promise<ServedArchive> {
  const batch = await database().batch.findFirst({
    where: { id, teamId },
    include: { rows: { orderBy: { number: 'asc' } } },
  })
  if (!batch) throw noSuchBatch()
  const ids = batch.rows.flatMap(({ videoId }) => videoId ?? [])
  const videos = await database().video.findMany({
    where: { id: { in: ids }, deletedAt: null, status: 'completed' },
    select: { id: true, title: true, createdAt: true },
  })
  if (videos.length === 0)
    throw new StudioError('not_found', 'No video of this batch is finished yet. Try again when one is.')
  const byId = new Map(videos.map((video) => [video.id, video]))
  const digits = String(batch.rows.length).length
  const entries = batch.rows.flatMap(({ number, videoId }) => {
    const video = videoId === null ? undefined : byId.get(videoId)
    if (!video) return []
    const name = fileName(`${String(number).padStart(digits, '0')} ${video.title}`, 'mp4')
    return [{ key: videoKey(video.id), name, lastModified: video.createdAt }]
  })
  return { entries, download: fileName(batch.title, 'zip') }
}
