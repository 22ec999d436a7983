import 'server-only'
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Caller } from '@/lib/auth/access'
import { StudioError } from '@/lib/boson/errors'
import type { Link } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import type { ShareLink } from '@/lib/db/generated/client'
import { env } from '@/lib/env'
import { unixSeconds } from '@/lib/unix-seconds'
import { requireVideo } from '@/lib/videos/data'

export const sharePageUrl = (token: string) => `${env.publicUrl}/s/${token}`

function toView(link: ShareLink): Link {
  return {
    id: link.id,
    url: sharePageUrl(link.token),
    created_at: unixSeconds(link.createdAt),
    revoked_at: link.revokedAt && unixSeconds(link.revokedAt),
  }
}

/** A new address under which anybody may watch one video of the caller's team. */
export async function createLink(caller: Caller, videoId: string): Promise<Link> {
  await requireVideo(caller.teamId, videoId)
  const token = randomBytes(16).toString('base64url')
  return toView(await database().shareLink.create({ data: { videoId, createdById: caller.userId, token } }))
}

/** Newest first, revoked ones too. */
export async function listLinks(teamId: string, videoId: string): Promise<Link[]> {
  await requireVideo(teamId, videoId)
  const links = await database().shareLink.findMany({ where: { videoId }, orderBy: { createdAt: 'desc' } })
  return links.map(toView)
}

/** From now on the address answers as if it had never been. Revoking twice is fine. */
export async function revokeLink(teamId: string, videoId: string, linkId: string): Promise<Link> {
  if (!z.uuid().safeParse(linkId).success) throw noSuchLink()
  const links = { id: linkId, videoId, video: { teamId } }
  await database().shareLink.updateMany({
    where: { ...links, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  const link = await database().shareLink.findFirst({ where: links })
  if (!link) throw noSuchLink()
  return toView(link)
}

function noSuchLink(): StudioError {
  return new StudioError('not_found', 'There is no such link. It may have been deleted with its video.')
}
