import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import type { StudioVideo } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import { toStudioVideo, type VideoRow, videoInclude } from './view'

export type VideoPage = { videos: StudioVideo[]; next: string | null }

/** A team's videos, newest first. `after` is the id of the last one seen. */
export async function listVideos(
  teamId: string,
  { limit, after }: { limit: number; after?: string },
): Promise<VideoPage> {
  const cursor = after
    ? await database().video.findFirst({ where: { id: after, teamId }, select: { id: true } })
    : null
  if (after && !cursor) return { videos: [], next: null }
  const rows = await database().video.findMany({
    where: { teamId },
    include: videoInclude,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
    ...(cursor && { cursor: { id: cursor.id }, skip: 1 }),
  })
  const videos = rows.slice(0, limit).map(toStudioVideo)
  return { videos, next: rows.length > limit ? (videos.at(-1)?.id ?? null) : null }
}

/** A team's video, or null: another team's is as good as absent. */
export async function findVideoRow(teamId: string, id: string): Promise<VideoRow | null> {
  return database().video.findFirst({ where: { id, teamId }, include: videoInclude })
}

/** Like `findVideoRow`, but throws `not_found`. */
export async function requireVideo(teamId: string, id: string): Promise<VideoRow> {
  const row = await findVideoRow(teamId, id)
  if (!row)
    throw new StudioError('not_found', 'There is no such video. It may have been deleted.', {
      param: 'video_id',
    })
  return row
}

export async function findVideo(teamId: string, id: string): Promise<StudioVideo | null> {
  const row = await findVideoRow(teamId, id)
  return row && toStudioVideo(row)
}
