import 'server-only'
import { cache } from 'react'
import type { Word } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { scriptOf, wordsOf } from '@/lib/videos/script'
import { toStudioVideo } from '@/lib/videos/view'
import { sharePageUrl } from './links'

/** What a share link shows to whoever has it. */
export type SharedVideo = {
  token: string
  title: string
  sharedBy: string
  status: 'queued' | 'in_progress' | 'completed' | 'failed'
  seconds: number | null
  /** Pixels: of the finished video, or of the one asked for. */
  width: number
  height: number
  script: string | null
  words: Word[] | null
  createdAt: Date
  /** Absolute addresses. */
  url: string
  videoUrl: string
  posterUrl: string
}

const include = {
  createdBy: { select: { name: true } },
  video: { include: { createdBy: { select: { name: true } } } },
} satisfies Prisma.ShareLinkInclude

/** The one gate of everything shared: page, media and pictures. Null for unknown and revoked links alike. */
export const findShareLink = cache(async (token: string) => {
  const link = await database().shareLink.findUnique({ where: { token }, include })
  return link && !link.revokedAt ? link : null
})

export async function findShared(token: string): Promise<SharedVideo | null> {
  const link = await findShareLink(token)
  if (!link) return null
  const { video } = link
  const [width = 0, height = 0] = video.size.split('x').map(Number)
  const url = sharePageUrl(token)
  return {
    token,
    title: video.title,
    sharedBy: link.createdBy.name,
    status: toStudioVideo(video).status,
    seconds: video.seconds,
    width: video.width ?? width,
    height: video.height ?? height,
    script: scriptOf(video.speech)?.input ?? null,
    words: wordsOf(video.words),
    createdAt: video.createdAt,
    url,
    videoUrl: `${url}/video.mp4`,
    posterUrl: `${url}/poster.jpg`,
  }
}
