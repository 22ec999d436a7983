import 'server-only'
import type { Prisma } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { unixSeconds } from '@/lib/unix-seconds'
import type { Link } from './schema'

export const linkInclude = {
  createdBy: { select: { name: true } },
  video: { select: { title: true } },
} satisfies Prisma.ShareLinkInclude
type LinkRow = Prisma.ShareLinkGetPayload<{ include: typeof linkInclude }>

export const sharePageUrl = (token: string) => `${env.publicUrl}/s/${token}`

/** Whether a link works; the one place that knows. */
export function linkState({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null }) {
  if (revokedAt) return 'revoked'
  return expiresAt && expiresAt.getTime() <= Date.now() ? 'expired' : 'open'
}

/** A row as the team sees it. The hash of the password is not part of it. */
export function toLink(row: LinkRow): Link {
  return {
    id: row.id,
    url: sharePageUrl(row.token),
    video_id: row.videoId,
    video_title: row.video.title,
    name: row.name,
    state: linkState(row),
    created_at: unixSeconds(row.createdAt),
    created_by: row.createdBy.name,
    revoked_at: row.revokedAt && unixSeconds(row.revokedAt),
    expires_at: row.expiresAt && unixSeconds(row.expiresAt),
    has_password: row.passwordHash !== null,
    allowed_domains: row.allowedDomains,
    downloads: row.downloads,
    comments: row.comments,
    views: row.views,
    last_viewed_at: row.lastViewedAt && unixSeconds(row.lastViewedAt),
  }
}
