import 'server-only'
import { z } from 'zod'
import { env } from '@/lib/env'
import { toShared } from './data'
import { embedCode } from './embed-code'
import { embedQuery, PLAIN_EMBED, readTime } from './embed-options'
import { admit, type OpenLink, refusal } from './gate'
import { sharePageUrl } from './view'
import type { Visitor } from './visitor'

const limitSchema = z.coerce.number().int().min(1).max(100_000).default(100_000)

/** Query of `GET /oembed` (oembed.com). Other parameters are left to whoever sends them. */
export const oembedQuerySchema = z.object({
  url: z.string(),
  maxwidth: limitSchema,
  maxheight: limitSchema,
  format: z.string().default('json'),
})
export type OembedQuery = z.infer<typeof oembedQuerySchema>

/** The address at which other sites ask how to show this link. */
export function oembedUrl(token: string): string {
  return `${env.publicUrl}/oembed?${new URLSearchParams({ url: sharePageUrl(token), format: 'json' })}`
}

/** How to show a link of this studio in another page. Throws as `admit` does, also for addresses of other sites. */
export async function oembed(query: OembedQuery, visitor: Visitor) {
  const url = URL.canParse(query.url) ? new URL(query.url) : null
  const token =
    url?.origin === new URL(env.publicUrl).origin && /^\/(?:s|embed)\/([\w-]+)$/.exec(url.pathname)
  if (!url || !token) throw refusal('unknown')
  const link = await admit(token[1] ?? '', visitor)
  return describe(link, query, readTime(url.searchParams.get('t') ?? undefined))
}

async function describe(link: OpenLink, limits: OembedQuery, start: number) {
  const { title, shared_by, width, height } = await toShared(link)
  const size = within(limits, width, height)
  const src = `${env.publicUrl}/embed/${link.token}${embedQuery({ ...PLAIN_EMBED, start })}`
  const thumbnail = link.video.status === 'completed' && {
    thumbnail_url: `${sharePageUrl(link.token)}/poster.jpg`,
    thumbnail_width: width,
    thumbnail_height: height,
  }
  return {
    version: '1.0',
    type: 'video',
    title,
    author_name: shared_by,
    provider_name: 'Avatar Studio',
    provider_url: env.publicUrl,
    cache_age: 300,
    html: embedCode({ src, title, ...size }),
    ...size,
    ...thumbnail,
  }
}

/** The film's own size, or a smaller one of the same shape. */
function within({ maxwidth, maxheight }: OembedQuery, width: number, height: number) {
  const scale = Math.min(1, maxwidth / width, maxheight / height)
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  }
}
