import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Caller } from '@/lib/auth/access'
import { hashPassword } from '@/lib/auth/password'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { requireVideo } from '@/lib/videos/data'
import {
  type CreateLink,
  type Link,
  type ListLinks,
  MAX_LINKS,
  type TeamLinkList,
  type UpdateLink,
} from './schema'
import { linkInclude, toLink } from './view'

/** One link of one video, as paths name it. */
type Place = { videoId: string; linkId: string }

/**
 * A new address for one video of the caller's team. Throws `not_found`, `conflict` where there are too many, and
 * `invalid_request` for an end in the past.
 */
export async function createLink(caller: Caller, videoId: string, settings: CreateLink = {}): Promise<Link> {
  await requireVideo(caller.teamId, videoId)
  const columns = await columnsOf(settings)
  return database().$transaction(async (transaction) => {
    // Whoever gets the link before the end watches what is made meanwhile.
    await transaction.video.updateMany({
      where: { id: videoId, status: 'queued' },
      data: { live: true },
    })
    await transaction.$queryRaw`select 1 from "Video" where id = ${videoId} for update`
    if ((await transaction.shareLink.count({ where: { videoId } })) >= MAX_LINKS) {
      throw new StudioError(
        'conflict',
        `A video can have ${MAX_LINKS} links. Give a new address to one that is no longer needed.`,
      )
    }
    const data = { ...columns, videoId, createdById: caller.userId, token: newToken() }
    return toLink(await transaction.shareLink.create({ data, include: linkInclude }))
  })
}

/** Newest first, revoked ones too. */
export async function listLinks(teamId: string, videoId: string): Promise<Link[]> {
  await requireVideo(teamId, videoId)
  const where = { videoId }
  const rows = await database().shareLink.findMany({
    where,
    include: linkInclude,
    orderBy: { id: 'desc' },
  })
  return rows.map(toLink)
}

/** A page of all the links of a team, newest first. */
export async function listTeamLinks(
  teamId: string,
  { limit, after, state }: ListLinks,
): Promise<TeamLinkList> {
  const rows = await database().shareLink.findMany({
    where: { video: { teamId, deletedAt: null }, ...(after && { id: { lt: after } }), ...stateFilter(state) },
    include: linkInclude,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const data = rows.slice(0, limit).map(toLink)
  return { object: 'list', data, has_more: rows.length > limit, last_id: data.at(-1)?.id ?? null }
}

function stateFilter(state: ListLinks['state']): Prisma.ShareLinkWhereInput {
  const now = new Date()
  if (state === 'revoked') return { revokedAt: { not: null } }
  if (state === 'expired') return { revokedAt: null, expiresAt: { lte: now } }
  if (state === 'open') return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
  return {}
}

/** Changes what is given. Throws `not_found`, and `invalid_request` for an end in the past. */
export async function updateLink(teamId: string, place: Place, changes: UpdateLink): Promise<Link> {
  const row = await requireLink(teamId, place)
  const { revoked, ...settings } = changes
  const columns = await columnsOf(settings)
  const revokedAt = revoked === undefined ? undefined : revoked ? (row.revokedAt ?? new Date()) : null
  return change(row.id, { ...columns, revokedAt })
}

/** From now on nothing is shown under the address. Revoking twice is fine. Throws `not_found`. */
export function revokeLink(teamId: string, place: Place): Promise<Link> {
  return updateLink(teamId, place, { revoked: true })
}

/** Revokes every link of a team that is not revoked yet. Returns how many that were. */
export async function revokeTeamLinks(teamId: string): Promise<number> {
  const { count } = await database().shareLink.updateMany({
    where: { video: { teamId }, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  return count
}

/** Gives a link a new address; the old one leads nowhere from now on. Throws `not_found`. */
export async function rotateLink(teamId: string, place: Place): Promise<Link> {
  const { id } = await requireLink(teamId, place)
  return change(id, { token: newToken() })
}

async function change(id: string, data: Prisma.ShareLinkUpdateInput): Promise<Link> {
  return toLink(await database().shareLink.update({ where: { id }, data, include: linkInclude }))
}

async function requireLink(teamId: string, { videoId, linkId }: Place) {
  const known = z.uuid().safeParse(linkId).success
  const where = { id: linkId, videoId, video: { teamId, deletedAt: null } }
  const row = known ? await database().shareLink.findFirst({ where }) : null
  if (!row)
    throw new StudioError('not_found', 'There is no such link. It may have been deleted with its video.')
  return row
}

/** Absent settings stay absent, so that they change nothing. */
async function columnsOf({ name, expires_at, password, allowed_domains, downloads, comments }: CreateLink) {
  return {
    name,
    downloads,
    comments,
    allowedDomains: allowed_domains,
    expiresAt: expires_at === undefined ? undefined : momentOf(expires_at),
    passwordHash: typeof password === 'string' ? await hashPassword(password) : password,
  }
}

function momentOf(expiresAt: number | null): Date | null {
  if (expiresAt === null) return null
  const moment = new Date(expiresAt * 1000)
  if (moment.getTime() <= Date.now()) {
    throw new StudioError(
      'invalid_request',
      'expires_at lies in the past. Choose a later moment, or revoke the link to stop it now.',
      { param: 'expires_at' },
    )
  }
  return moment
}

function newToken(): string {
  return randomBytes(16).toString('base64url')
}
