import 'server-only'
import { createHash } from 'node:crypto'
import { StudioError } from '@/lib/boson/errors'
import type { Cue } from '@/lib/boson/schemas'
import { subRip, webVtt } from '@/lib/captions/caption-files'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { previewSheet } from '@/lib/engine/video/preview-sheet'
import type { ServedFile } from '@/lib/http/serve-file'
import { engine, workOnFilm } from '@/lib/provider/engine'
import {
  assetKey,
  captionedKey,
  gifKey,
  posterKey,
  previewsKey,
  soundKey,
  thumbnailKey,
  videoKey,
} from '@/lib/storage/files'
import { cuesOf, wordsId } from './captions'
import { type Derivation, derive, isKept } from './derive'
import { fileName } from './file-name'
import { previewsVtt } from './previews-vtt'

export const VARIANTS = [
  'video',
  'thumbnail',
  'poster',
  'portrait',
  'audio',
  'gif',
  'captioned',
  'previews',
  'previews.vtt',
  'captions.vtt',
  'captions.srt',
] as const
type Variant = (typeof VARIANTS)[number]

/** Those that take a while to make. */
export const MADE_VARIANTS = ['gif', 'captioned'] as const satisfies Variant[]

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
  if (known !== 'portrait') requireCompleted(row)
  return { ...(await READERS[known](row)), download: downloadName(row, known) }
}

/** A finished video's row. Throws `not_found`. */
export async function requireFinished(where: { id: string; teamId: string }): Promise<MediaRow> {
  const row = await database().video.findFirst({ where: { ...where, deletedAt: null }, include })
  if (!row)
    throw new StudioError('not_found', 'There is no such video. It may have been deleted.', {
      param: 'video_id',
    })
  requireCompleted(row)
  return row
}

function requireCompleted({ status, sha256 }: MediaRow): void {
  if (status === 'completed' && sha256) return
  throw new StudioError('not_found', `This video is not finished: it is ${status.replace('_', ' ')}.`)
}

/** How a file is made that takes a while. Throws `not_found` where there is nothing to make it of. */
export function derivationOf(row: MediaRow, variant: (typeof MADE_VARIANTS)[number]): Derivation {
  const source = videoKey(row.id)
  const film = (path: string) => ({ path, own: isOwn(row), seconds: row.seconds ?? undefined })
  if (variant === 'gif') {
    return {
      key: gifKey(row.id),
      source,
      contentType: 'image/gif',
      make: (from, to, options) =>
        workOnFilm(isOwn(row), (engine) => engine.gif(film(from), to, options), options.signal),
    }
  }
  const captions = { cues: requireCues(row), size: { width: row.width ?? 640, height: row.height ?? 640 } }
  return {
    key: captionedKey(row.id, wordsId(captions.cues)),
    source,
    contentType: 'video/mp4',
    make: (from, to, options) =>
      workOnFilm(isOwn(row), (engine) => engine.captioned(film(from), captions, to, options), options.signal),
  }
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
    await derive({
      ...{ key, source, contentType: 'image/jpeg' },
      make: (from, to) => engine().thumbnail(from, to),
    })
    return { key, contentType: 'image/jpeg', etag: etag(row, 'thumbnail') }
  },
  async audio(row) {
    const key = soundKey(row.id)
    await derive({
      ...{ key, source: videoKey(row.id), contentType: 'audio/mp4' },
      make: (from, to) => engine().extractAudio(from, to),
    })
    return { key, contentType: 'audio/mp4', etag: etag(row, 'audio') }
  },
  async gif(row) {
    const gif = derivationOf(row, 'gif')
    await derive(gif)
    return { ...gif, etag: etag(row, 'gif') }
  },
  async captioned(row) {
    const captioned = derivationOf(row, 'captioned')
    await derive(captioned)
    return { ...captioned, etag: `"${row.sha256}-${wordsId(cuesOf(row))}"` }
  },
  async previews(row) {
    const key = previewsKey(row.id)
    const sheet = previewSheet(row.seconds ?? 0)
    await derive({
      ...{ key, source: videoKey(row.id), contentType: 'image/jpeg' },
      make: (from, to) =>
        workOnFilm(isOwn(row), (engine) => engine.previews({ path: from, own: isOwn(row) }, sheet, to)),
    })
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
  const content = Buffer.from(write(requireCues(row)))
  return { content, contentType, etag: `"${sha256(content)}"` }
}

function requireCues(row: MediaRow): Cue[] {
  const cues = cuesOf(row)
  if (cues.length === 0) {
    throw new StudioError(
      'not_found',
      'This video has no captions: nobody has written any, and there is no script to take them from.',
      { param: 'variant' },
    )
  }
  return cues
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const ENDINGS: Record<Variant, string> = {
  video: 'mp4',
  thumbnail: 'jpg',
  poster: 'jpg',
  portrait: '',
  audio: 'm4a',
  gif: 'gif',
  captioned: 'mp4',
  previews: 'jpg',
  'previews.vtt': 'vtt',
  'captions.vtt': 'vtt',
  'captions.srt': 'srt',
}

function downloadName({ title, portrait }: MediaRow, variant: Variant): string {
  return fileName(title, ENDINGS[variant] || portrait.contentType.replace('image/', ''))
}
