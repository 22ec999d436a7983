import 'server-only'
import { STAGES, type StudioVideo, type Video } from '@/lib/boson/schemas'
import { cuesIn } from '@/lib/captions/cues'
import { unixSeconds } from '@/lib/unix-seconds'
import { secondsLeft } from './estimate'
import { framingOf } from './framing'
import { queuePlace } from './queue-place'
import type { VideoRow } from './row'
import { scriptOf, wordsOf } from './script'

/** A row where one video is asked for: with the times of its words, and its place in the queue. */
export async function toVideoDetail(row: VideoRow): Promise<StudioVideo> {
  const place = await queuePlace(row)
  return {
    ...toStudioVideo(row),
    seconds_left: secondsLeft(row, new Date(), place?.seconds),
    videos_before: place?.before ?? null,
    words: wordsOf(row.words),
    captions: cuesIn(row.captions),
  }
}

/** A row as lists and answers to changes show it. A cancelled video is `failed` in the contract's words. */
export function toStudioVideo(row: VideoRow): StudioVideo {
  const script = scriptOf(row.speech)
  return {
    ...contractPart(row),
    title: row.title,
    error_type: row.status === 'failed' || row.status === 'cancelled' ? row.errorType : null,
    stage: STAGES.find((stage) => stage === row.stage) ?? 'waiting',
    seconds_left: secondsLeft(row, new Date()),
    notices: row.notices,
    provider: row.provider,
    ...framingOf(row.framing),
    script: script?.input ?? null,
    voice: script?.voice ?? null,
    remixed_from_video_id: row.remixOf,
    version_of: row.versionOf,
    tags: row.tags,
    folder: row.folder,
    seconds: row.seconds,
    cost:
      row.cost === null || row.costCurrency === null
        ? null
        : { amount: row.cost, currency: row.costCurrency },
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    completed_at: row.finishedAt && unixSeconds(row.finishedAt),
    deleted_at: row.deletedAt && unixSeconds(row.deletedAt),
    created_by: row.createdBy.name,
    created_by_id: row.createdById,
  }
}

function contractPart(row: VideoRow): Video {
  const failed = row.status === 'failed' || row.status === 'cancelled'
  return {
    id: row.id,
    object: 'video',
    model: row.model,
    status: row.status === 'cancelled' ? 'failed' : row.status,
    progress: row.progress,
    size: row.size,
    created_at: unixSeconds(row.createdAt),
    error: failed ? (row.errorMessage ?? 'No reason is known.') : null,
  }
}
