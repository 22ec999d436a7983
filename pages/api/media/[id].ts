import { authoriseHeaders } from '@/lib/auth/access'
import { mediaRoute, queryValue } from '@/lib/http/media-route'
import { findMedia } from '@/lib/videos/media'

/** `GET /v1/videos/{id}/content?variant=`: by rewrite, because the App Router drops `Content-Length`. */
export default mediaRoute(async (request) => {
  const header = (name: string) => request.headers[name]?.toString() ?? null
  const { teamId } = await authoriseHeaders({ method: 'GET', header })
  const file = await findMedia(
    { id: queryValue(request, 'id'), teamId },
    queryValue(request, 'variant', 'video'),
  )
  return queryValue(request, 'download') ? file : { ...file, download: undefined }
})

export const config = { api: { responseLimit: false, bodyParser: false } }
