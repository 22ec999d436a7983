import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/boson/errors'
import { subRip, webVtt } from '@/lib/captions/caption-files'
import { phrases } from '@/lib/captions/phrases'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { ServedFile } from '@/lib/http/serve-file'
import { engine } from '@/lib/provider/engine'
import {
  assetKey,
  posterKey,
  soundKey,
  storage,
  temporaryDirectory,
  thumbnailKey,
  videoKey,
} from '@/lib/storage/files'
import { scriptOf, wordsOf } from './script'

export const VARIANTS = [
  'video',
  'thumbnail',
  'poster',
  'portrait',
  'audio',
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
    (await exists(posterKey(row.id)))
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
  'captions.vtt': (row) => captions(row, 'captions.vtt', 'text/vtt; charset=utf-8', webVtt),
  'captions.srt': (row) => captions(row, 'captions.srt', 'application/x-subrip; charset=utf-8', subRip),
}

/** Made when first asked for, since most never are; two at once make the same bytes. */
async function derive(
  key: string,
  source: string,
  contentType: string,
  make: (from: string, to: string) => Promise<void>,
): Promise<void> {
  if (await exists(key)) return
  await mkdir(temporaryDirectory(), { recursive: true })
  const out = path.join(temporaryDirectory(), `derived-${randomUUID()}`)
  const copy = await storage().localCopy(source)
  try {
    await make(copy.path, out)
    await storage().putFile(key, out, contentType)
  } finally {
    await Promise.all([copy.release(), rm(out, { force: true })])
  }
}

async function exists(key: string): Promise<boolean> {
  return (await storage().size(key)) !== null
}

function captions(row: MediaRow, variant: Variant, contentType: string, write: typeof webVtt): ServedFile {
  const script = scriptOf(row.speech)
  if (!script) {
    throw new StudioError(
      'not_found',
      'This video speaks a recording, so there is no text to caption it with.',
      {
        param: 'variant',
      },
    )
  }
  const cues = phrases(script.input, row.seconds ?? 0, wordsOf(row.words))
  return { content: Buffer.from(write(cues)), contentType, etag: etag(row, variant) }
}

const ENDINGS: Record<Variant, string> = {
  video: 'mp4',
  thumbnail: 'jpg',
  poster: 'jpg',
  portrait: '',
  audio: 'm4a',
  'captions.vtt': 'vtt',
  'captions.srt': 'srt',
}

function downloadName({ title, id, portrait }: MediaRow, variant: Variant): string {
  const name = title.replace(/[/\\:*?"<>|]+/g, ' ').trim() || id
  return `${name}.${ENDINGS[variant] || portrait.contentType.replace('image/', '')}`
}
