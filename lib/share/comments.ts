import 'server-only'
import { z } from 'zod'
import { type Member, memberOfSession } from '@/lib/auth/member'
import { SESSION_COOKIE } from '@/lib/auth/options'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { ShareComment } from '@/lib/db/generated/client'
import { createRateLimit } from '@/lib/http/rate-limit'
import { unixSeconds } from '@/lib/unix-seconds'
import { type Comment, type CommentList, MAX_COMMENTS, type NewComment } from './comment-schema'
import { digest } from './digest'
import type { OpenLink } from './gate'
import type { Trace, Visitor } from './visitor'

const fromOneAddress = createRateLimit('link-comments', { points: 10, seconds: 60 })

/** What was said under a link, in the order of the film. Throws `permission_denied` where comments are off. */
export async function listComments(link: OpenLink, visitor: Visitor): Promise<CommentList> {
  requireComments(link)
  const member = await memberOf(visitor)
  const rows = await database().shareComment.findMany({
    where: { linkId: link.id },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: MAX_COMMENTS,
  })
  return {
    data: rows.map(toComment),
    moderates: moderates(member, link),
    signed_in_as: member?.name ?? null,
  }
}

/**
 * Adds a comment: of a member under their own name, of anybody else under the name they give. Throws `permission_denied`
 * where comments are off, `invalid_request` without a name, `rate_limit_exceeded`, and `conflict` where there are too many.
 */
export async function addComment(
  link: OpenLink,
  visitor: Visitor,
  { address }: Trace,
  { text, at, ...given }: NewComment,
): Promise<Comment> {
  requireComments(link)
  const member = await memberOf(visitor)
  const name = member?.name ?? given.name
  if (!name && text !== null) {
    throw new StudioError('invalid_request', 'Say what to call you.', { param: 'name' })
  }
  await slowDown(link, address)
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`select 1 from "ShareLink" where id = ${link.id}::uuid for update`
    if ((await transaction.shareComment.count({ where: { linkId: link.id } })) >= MAX_COMMENTS) {
      throw new StudioError('conflict', `There are ${MAX_COMMENTS} comments here, and no room for more.`)
    }
    const said = { linkId: link.id, userId: member?.userId, name, text, at: withinFilm(link, at) }
    return toComment(await transaction.shareComment.create({ data: said }))
  })
}

/** Takes a comment away. Throws `permission_denied` for anybody but members of the video's team, `not_found`. */
export async function deleteComment(link: OpenLink, visitor: Visitor, id: string): Promise<void> {
  if (!moderates(await memberOf(visitor), link)) {
    throw new StudioError('permission_denied', 'Only the team whose video this is can delete comments.')
  }
  const known = z.uuid().safeParse(id).success
  const { count } = known
    ? await database().shareComment.deleteMany({ where: { id, linkId: link.id } })
    : { count: 0 }
  if (count === 0) throw new StudioError('not_found', 'There is no such comment. It may have been deleted.')
}

function requireComments({ comments }: OpenLink): void {
  if (!comments) {
    throw new StudioError('permission_denied', 'Comments are switched off for this link.', {
      code: 'link_comments_off',
    })
  }
}

async function slowDown({ id }: OpenLink, address: string): Promise<void> {
  const { allowed, resetSeconds } = await fromOneAddress.spend(digest('commenter', id, address))
  if (allowed) return
  throw new StudioError(
    'rate_limit_exceeded',
    `That is a lot at once. Wait ${resetSeconds} s, then say more.`,
    { retryAfter: resetSeconds },
  )
}

function memberOf(visitor: Visitor): Promise<Member | null> {
  return memberOfSession(visitor.cookie(SESSION_COOKIE))
}

function moderates(member: Member | null, { video }: OpenLink): boolean {
  return member?.teamId === video.teamId
}

function withinFilm({ video }: OpenLink, at: number): number {
  return Math.min(at, video.seconds ?? at)
}

function toComment({ id, name, userId, text, at, createdAt }: ShareComment): Comment {
  return { id, name, member: userId !== null, text, at, created_at: unixSeconds(createdAt) }
}
