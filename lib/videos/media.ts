import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { StoredFile } from '@/lib/http/serve-file'
import { assetKey, posterKey, storage, videoKey } from '@/lib/storage/files'

export const VARIANTS = ['video', 'poster', 'portrait', 'audio'] as const
export type Variant = (typeof VARIANTS)[number]

const include = { portrait: true, recording: true } satisfies Prisma.VideoInclude
type MediaRow = Prisma.VideoGetPayload<{ include: typeof include }>

/** Where the bytes of a variant lie. Throws `not_found` for what is not there (yet), `invalid_variant`. */
export async function findMedia(
  where: { id: string; teamId?: string },
  variant: string,
): Promise<StoredFile> {
  const row = await database().video.findFirst({ where, include })
  if (!row)
    throw new StudioError('not_found', 'There is no such video. It may have been deleted.', {
      param: 'video_id',
    })
  const known = VARIANTS.find((name) => name === variant)
  if (!known) {
    throw new StudioError('invalid_variant', `There is no variant ${variant}. Use ${VARIANTS.join(', ')}.`, {
      param: 'variant',
    })
  }
  return locate(row, known)
}

async function locate(row: MediaRow, variant: Variant): Promise<StoredFile> {
  if (variant === 'portrait') return ofAsset(row.portrait)
  if (variant === 'audio') {
    if (row.recording) return ofAsset(row.recording)
    throw new StudioError('not_found', 'This video was spoken from a script; there is no recording.', {
      param: 'variant',
    })
  }
  if (row.status !== 'completed' || !row.sha256) {
    throw new StudioError('not_found', `This video is not finished: it is ${row.status.replace('_', ' ')}.`)
  }
  if (variant === 'video') {
    const download = `${row.title.replace(/[/\\:*?"<>|]+/g, ' ').trim() || row.id}.mp4`
    return { key: videoKey(row.id), contentType: 'video/mp4', etag: `"${row.sha256}"`, download }
  }
  // A provider that keeps no pictures of its videos: the portrait stands in.
  if ((await storage().size(posterKey(row.id))) === null) return ofAsset(row.portrait)
  return { key: posterKey(row.id), contentType: 'image/jpeg', etag: `"${row.sha256}-poster"` }
}

function ofAsset({ sha256, contentType }: { sha256: string; contentType: string }): StoredFile {
  return { key: assetKey(sha256), contentType, etag: `"${sha256}"` }
}
