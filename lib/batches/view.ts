import 'server-only'
import { sizeSchema } from '@/lib/boson/schemas'
import type { Prisma } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { unixSeconds } from '@/lib/unix-seconds'
import { type Pace, secondsLeft, waitAt } from '@/lib/videos/estimate'
import { scriptOf } from '@/lib/videos/script'
import { type Batch, type BatchDetail, type BatchRow, ROW_STATES, type RowState } from './schema'

/** What of a row's video is looked at. */
export const videoColumns = {
  id: true,
  status: true,
  progress: true,
  seconds: true,
  errorMessage: true,
  expectedWait: true,
  expectedBase: true,
  startedAt: true,
  leaseUntil: true,
} satisfies Prisma.VideoSelect
export type RowVideo = Prisma.VideoGetPayload<{ select: typeof videoColumns }>

type Row = Prisma.BatchRowGetPayload<object>
type BatchWithRows = Prisma.BatchGetPayload<{
  include: { createdBy: { select: { name: true } }; rows: true }
}>
/** The videos there are, by id. */
type Videos = ReadonlyMap<string, RowVideo>

/** A batch as lists show it. */
export function toBatch(batch: BatchWithRows, videos: Videos, pace: Pace): Batch {
  const counts = countStates(batch.rows.map((row) => stateOf(row, videos)))
  const ended = counts.waiting + counts.queued + counts.in_progress === 0
  return {
    id: batch.id,
    object: 'batch',
    title: batch.title,
    size: sizeSchema.parse(batch.size),
    status: ended ? 'ended' : 'in_progress',
    counts,
    seconds_left: ended ? null : timeLeft(batch, videos, pace),
    created_at: unixSeconds(batch.createdAt),
    created_by: batch.createdBy.name,
  }
}

/** A batch where one is asked for. */
export function toBatchDetail(batch: BatchWithRows, videos: Videos, pace: Pace): BatchDetail {
  return { ...toBatch(batch, videos, pace), rows: batch.rows.map((row) => toRow(row, videos)) }
}

function toRow(row: Row, videos: Videos): BatchRow {
  const status = stateOf(row, videos)
  const video = status === 'waiting' ? undefined : videoOf(row, videos)
  const script = scriptOf(row.speech)
  return {
    row: row.number,
    title: row.title,
    input: script?.input ?? '',
    voice: script?.voice ?? 'default',
    status,
    progress: video?.progress ?? 0,
    video_id: videoOf(row, videos)?.id ?? null,
    seconds: video?.seconds ?? null,
    error: status === 'failed' ? (video?.errorMessage ?? 'No reason is known.') : null,
  }
}

function videoOf({ videoId }: Row, videos: Videos): RowVideo | undefined {
  return videoId === null ? undefined : videos.get(videoId)
}

function stateOf(row: Row, videos: Videos): RowState {
  if (row.waiting) return 'waiting'
  if (row.videoId === null) return 'cancelled'
  return videoOf(row, videos)?.status ?? 'deleted'
}

function countStates(states: RowState[]): Batch['counts'] {
  const count = (state: RowState) => states.filter((each) => each === state).length
  const [waiting, queued, in_progress, completed, failed, cancelled, deleted] = ROW_STATES.map(count)
  return { total: states.length, waiting, queued, in_progress, completed, failed, cancelled, deleted }
}

/** Seconds until all of it is made, if nothing else is asked for meanwhile. */
function timeLeft({ rows, size }: BatchWithRows, videos: Videos, pace: Pace): number {
  const now = new Date()
  const ofRow = (row: Row) => {
    if (row.waiting) return waitAt(pace, { seconds: row.seconds, size, recording: false })
    const video = videoOf(row, videos)
    return video ? (secondsLeft(video, now) ?? 0) : 0
  }
  const work = rows.reduce((sum, row) => sum + ofRow(row), 0)
  return Math.max(1, Math.round(work / env.slots[env.provider]))
}
