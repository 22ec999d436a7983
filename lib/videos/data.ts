import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { type ListVideos, listVideosSchema } from '@/lib/boson/requests'
import type { StudioVideo, VideoList } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type VideoRow, videoInclude } from './row'
import { oneOfEach, type Position, type ReadRows } from './together'
import { toStudioVideo, toVideoDetail } from './view'

/** A page of a team's videos, filtered. Throws `not_found` for a cursor that names a video which is gone. */
export async function listVideos(
  caller: { teamId: string; userId: string },
  query: ListVideos = listVideosSchema.parse({}),
): Promise<VideoList> {
  const { limit, order } = query
  const position = query.after === undefined ? null : await positionOf(caller.teamId, query.after)
  const { teamId } = caller
  const inList = { teamId, deletedAt: query.deleted === 'true' ? { not: null } : null }
  const where = { AND: [inList, filterOf(caller, query)] }
  const read: ReadRows = (position, take) =>
    database().video.findMany({
      where: { AND: [where, position ? beyond(position, order) : {}] },
      include: videoInclude,
      orderBy: [{ createdAt: order }, { id: order }],
      take,
    })
  const found =
    query.versions === 'together'
      ? await oneOfEach(read, { teamId, where }, position, limit + 1)
      : (await read(position, limit + 1)).map((row) => ({ row, versions: undefined }))
  const page = found.slice(0, limit)
  const last = page.at(-1)?.row
  return {
    object: 'list',
    data: page.map(({ row, versions }) => ({ ...toStudioVideo(row), versions })),
    has_more: found.length > limit,
    first_id: page[0]?.row.id ?? null,
    last_id: last?.id ?? null,
    next_cursor: found.length > limit && last ? `${last.createdAt.getTime()}.${last.id}` : null,
  }
}

function filterOf(caller: { userId: string }, query: ListVideos): Prisma.VideoWhereInput {
  const { status, created_by, q, size, provider, tag, folder, created_after, created_before } = query
  return {
    // In the contract's words a cancelled video is a failed one.
    ...(status && { status: status === 'failed' ? { in: ['failed', 'cancelled'] } : status }),
    ...(created_by && creatorFilter(caller, created_by)),
    ...(tag && { tags: { has: tag } }),
    createdAt: { gte: moment(created_after), lt: moment(created_before) },
    size,
    provider,
    folder,
    ...(q && { OR: spellingsOf(q).flatMap(inTitleOrScript) }),
  }
}

/** The very conditions that the indexes of the migration `search` are for. */
function inTitleOrScript(words: string): Prisma.VideoWhereInput[] {
  // Prisma passes these to LIKE as they are.
  const literal = words.replace(/[\\%_]/g, '\\$&')
  return [
    { title: { contains: literal, mode: 'insensitive' } },
    { speech: { path: ['input'], string_contains: literal, mode: 'insensitive' } },
  ]
}

/** A database of locale C, such as the embedded one, takes only A and a for one letter, not Ü and ü. */
function spellingsOf(words: string): string[] {
  if (!/[^ -~]/.test(words)) return [words]
  const small = words.toLowerCase()
  const capitals = small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  return [...new Set([words, small, capitals, words.toUpperCase()])]
}

function moment(seconds: number | undefined): Date | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000)
}

function creatorFilter({ userId }: { userId: string }, creator: string): Prisma.VideoWhereInput {
  if (creator === 'me') return { createdById: userId }
  return z.uuid().safeParse(creator).success
    ? { createdById: creator }
    : { createdBy: { email: creator.toLowerCase() } }
}

const CURSOR = /^(\d{1,15})\.(video_[0-9a-f]{24})$/

/** `after` is a page's `next_cursor`, or the id of its last video, as other APIs have it. */
async function positionOf(teamId: string, after: string): Promise<Position> {
  const [, time, id] = CURSOR.exec(after) ?? []
  if (time && id) return { createdAt: new Date(Number(time)), id }
  const row = await database().video.findFirst({
    where: { id: after, teamId },
    select: { createdAt: true, id: true },
  })
  if (row) return row
  throw new StudioError(
    'not_found',
    'The video named in after is gone. Start the list again, or page by next_cursor.',
    { param: 'after' },
  )
}

function beyond({ createdAt, id }: Position, order: 'asc' | 'desc'): Prisma.VideoWhereInput {
  const past = order === 'desc' ? 'lt' : 'gt'
  return { OR: [{ createdAt: { [past]: createdAt } }, { createdAt, id: { [past]: id } }] }
}

/** A team's video, or null: another team's is as good as absent, and so is one in the bin. */
async function findVideoRow(teamId: string, id: string): Promise<VideoRow | null> {
  return database().video.findFirst({ where: { id, teamId, deletedAt: null }, include: videoInclude })
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
  return row && (await toVideoDetail(row))
}
