import { StudioError } from '@/lib/boson/errors'
import { mediaRoute, queryValue } from '@/lib/http/media-route'
import { findShareLink } from '@/lib/share/data'
import { findMedia } from '@/lib/videos/media'

const VARIANT_OF: Record<string, string> = { 'video.mp4': 'video', 'poster.jpg': 'poster' }

/** `GET /s/{token}/video.mp4` and `/s/{token}/poster.jpg`: behind the same gate as the page. */
export default mediaRoute(async (request) => {
  const variant = VARIANT_OF[queryValue(request, 'file')]
  const link = variant ? await findShareLink(queryValue(request, 'token')) : null
  if (!variant || !link)
    throw new StudioError('not_found', 'This link leads nowhere. It may have been revoked.')
  const file = await findMedia({ id: link.videoId }, variant)
  return queryValue(request, 'download') ? file : { ...file, download: undefined }
})

export const config = { api: { responseLimit: false, bodyParser: false } }
