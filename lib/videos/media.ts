import 'server-only'
import { createHash } from 'node:crypto'
import { StudioError } from '@/lib/boson/errors'
import { subRip, webVtt } from '@/lib/captions/caption-files'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { previewSheet } from '@/lib/engine/video/preview-sheet'
import type { ServedFile } from '@/lib/http/serve-file'
import { engine, workOnFilm } from '@/lib/provider/engine'
import {
  assetKey,
  gifKey,
  posterKey,
  previewsKey,
  soundKey,
  thumbnailKey,
  videoKey,
} from '@/lib/storage/files'
import { cuesOf } from './captions'
import { derive, isKept } from './derive'
import { previewsVtt } from './previews-vtt'

export const VARIANTS = [
  'video',
  'thumbnail',
  'poster',
  'portrait',
  'audio',
  'gif',
  'previews',
  'previews.vtt',
  'captions.vtt',
  'captions.srt',
] as const
type Variant = (typeof VARIANTS)[number]

/** What is shown of a video in the bin. */
const IN_BIN: ReadonlySet<string> = new Set(['thumbnail', 'portrait'] satisfies Variant[])

const include = { portrait: true } satisfies Prisma.VideoInclude
type MediaRow = Prisma.VideoGetPayload<{ include: typeof include }>

/** A variant's bytes, or where they lie. Throws `not_found` for what is not there (yet), `invalid_variant`. */
export async function findMedia(
  where: { id: string; teamId?: string },
  variant: string,
): Promise<ServedFile> {
  const row = await database().video.findFirst({ where, include })
  if (!row || (row.deletedAt && !IN_BIN.has(variant)))
    throw new StudioError('not_found', 'There is no such video. It may have been deleted.', {
      param: 'video_id',
    })
  const known = VARIANTS.find((name) => name === variant)
  if (!known) {
    throw new StudioError('invalid_variant', `There is no variant ${variant}. Use ${VARIANTS.join(', ')}.`, {
      param: 'variant',
    })
  }
  if (known !== 'portrait' && (row.status !== 'completed' || !row.sha256)) {
    throw new StudioError('not_found', `This video is not finished: it is ${row.status.replace('_', ' ')}.`)
  }
  return { ...(await READERS[known](row)), download: downloadName(row, known) }
}

/** Whether this studio's engine made it, so that its bytes can be trusted. */
const isOwn = ({ provider }: MediaRow) => provider === 'local'

/** What tells a row's versions of a variant apart, quotes included. */
const etag = (row: MediaRow, variant: Variant) => `"${row.sha256}-${variant}"`

const READERS: Record<Variant, (row: MediaRow) => ServedFile | Promise<ServedFile>> = {
  video: (row) => ({ key: videoKey(row.id), contentType: 'video/mp4', etag: `"${row.sha256}"` }),
  portrait: ({ portrait: { sha256, contentType } }) => ({
    key: assetKey(sha256),
    contentType,
    etag: `"${sha256}"`,
  }),
  // A provider that keeps no pictures of its videos: the portrait stands in.
  poster: async (row) =>
    (await isKept(posterKey(row.id)))
      ? { key: posterKey(row.id), contentType: 'image/jpeg', etag: etag(row, 'poster') }
      : READERS.portrait(row),
  async thumbnail(row) {
    const key = thumbnailKey(row.id)
    const { key: source = '' } = await READERS.poster(row)
    await derive(key, source, 'image/jpeg', (from, to) => engine().thumbnail(from, to))
    return { key, contentType: 'image/jpeg', etag: etag(row, 'thumbnail') }
  },
  async audio(row) {
    const key = soundKey(row.id)
    await derive(key, videoKey(row.id), 'audio/mp4', (from, to) => engine().extractAudio(from, to))
    return { key, contentType: 'audio/mp4', etag: etag(row, 'audio') }
  },
  async gif(row) {
    const key = gifKey(row.id)
    await derive(key, videoKey(row.id), 'image/gif', (from, to) =>
      workOnFilm(isOwn(row), (engine) => engine.gif({ path: from, own: isOwn(row) }, to)),
    )
    return { key, contentType: 'image/gif', etag: etag(row, 'gif') }
  },
  async previews(row) {
    const key = previewsKey(row.id)
    await derive(key, videoKey(row.id), 'image/jpeg', (from, to) =>
      workOnFilm(isOwn(row), (engine) =>
        engine.previews({ path: from, own: isOwn(row) }, previewSheet(row.seconds ?? 0), to),
      ),
    )
    return { key, contentType: 'image/jpeg', etag: etag(row, 'previews') }
  },
  'previews.vtt': (row) => ({
    content: Buffer.from(previewsVtt(previewSheet(row.seconds ?? 0), row)),
    contentType: 'text/vtt; charset=utf-8',
    etag: etag(row, 'previews.vtt'),
  }),
  'captions.vtt': (row) => captions(row, 'text/vtt; charset=utf-8', webVtt),
  'captions.srt': (row) => captions(row, 'application/x-subrip; charset=utf-8', subRip),
}

function captions(row: MediaRow, contentType: string, write: typeof webVtt): ServedFile {
  const cues = cuesOf(row)
  if (cues.length === 0) {
    throw new StudioError(
      'not_found',
      'This video has no captions: nobody has written any, and there is no script to take them from.',
      { param: 'variant' },
    )
  }
  const content = Buffer.from(write(cues))
  return { content, contentType, etag: `"${sha256(content)}"` }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const ENDINGS: Record<Variant, string> = {
  video: 'mp4',
  thumbnail: 'jpg',
  poster: 'jpg',
  portrait: '',
  audio: 'm4a',
  gif: 'gif',
  previews: 'jpg',
  'previews.vtt': 'vtt',
  'captions.vtt': 'vtt',
  'captions.srt': 'srt',
}

function downloadName({ title, id, portrait }: MediaRow, variant: Variant): string {
  const name = title.replace(/[/\\:*?"<>|]+/g, ' ').trim() || id
  return `${name}.${ENDINGS[variant] || portrait.contentType.replace('image/', '')}`
}
