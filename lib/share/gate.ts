import 'server-only'
import { memberOfSession } from '@/lib/auth/member'
import { SESSION_COOKIE } from '@/lib/auth/options'
import { StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { isUnlocked } from './unlocking'
import { linkState } from './view'
import type { Visitor } from './visitor'

/**
 * The one gate of everything shared. Each page and each file under a link asks `judge` or `admit`, at every request, so
 * that what the team changes holds from then on.
 */

const include = {
  createdBy: { select: { name: true } },
  video: { include: { createdBy: { select: { name: true } } } },
} satisfies Prisma.ShareLinkInclude
export type OpenLink = Prisma.ShareLinkGetPayload<{ include: typeof include }>

/** What the gate says. `members` are refused for want of an address at one of the link's domains. */
export type Verdict =
  | { state: 'open' | 'revoked' | 'expired' | 'members' | 'locked'; link: OpenLink }
  | { state: 'unknown'; link: null }
type Refusal = Exclude<Verdict['state'], 'open'>

/** Whether somebody may see what a link shows, and if not, why. */
export async function judge(token: string, visitor: Visitor): Promise<Verdict> {
  const link = await database().shareLink.findUnique({ where: { token }, include })
  if (!link || link.video.deletedAt) return { state: 'unknown', link: null }
  const state = linkState(link)
  if (state !== 'open') return { state, link }
  if (!(await isInvited(link.allowedDomains, visitor))) return { state: 'members', link }
  return { state: isUnlocked(link, visitor) ? 'open' : 'locked', link }
}

/** An address is proven by signing in: the studio sends no mail. */
async function isInvited(domains: string[], visitor: Visitor): Promise<boolean> {
  if (domains.length === 0) return true
  const member = await memberOfSession(visitor.cookie(SESSION_COOKIE))
  const domain = member?.email.split('@').at(-1)?.toLowerCase()
  return domain !== undefined && domains.includes(domain)
}

/**
 * The link, for whoever may see what it shows; `toKeep` for a file to be saved. Throws `not_found` with code
 * `link_unknown`, `link_revoked` or `link_expired`, `permission_denied` with `link_members`, `link_locked` or
 * `link_downloads_off`.
 */
export async function admit(token: string, visitor: Visitor, toKeep = false): Promise<OpenLink> {
  const { state, link } = await judge(token, visitor)
  if (!link || state !== 'open') throw refusal(state)
  if (toKeep && !link.downloads) {
    throw new StudioError('permission_denied', 'This link is for watching: its files cannot be downloaded.', {
      code: 'link_downloads_off',
    })
  }
  return link
}

const SENTENCES: Record<Refusal, string> = {
  unknown: 'This link leads nowhere. It may have been given a new address, or deleted with its video.',
  revoked: 'This link was taken back. Ask whoever sent it for a new one.',
  expired: 'The time of this link is over. Ask whoever sent it for a new one.',
  members: 'Only members with an address at certain domains may watch this. Open the link and sign in.',
  locked: 'This link needs its password. Open it in a browser and enter it.',
}

export function refusal(state: Verdict['state']): StudioError {
  const reason = state === 'open' ? 'unknown' : state
  const closed = reason === 'members' || reason === 'locked'
  return new StudioError(closed ? 'permission_denied' : 'not_found', SENTENCES[reason], {
    code: `link_${reason}`,
  })
}
