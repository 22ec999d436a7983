import { authoriseHeaders } from '@/lib/auth/access'
import { findArchive } from '@/lib/batches/archive'
import { mediaRoute, queryValue } from '@/lib/http/media-route'

/** `GET /v1/batches/{id}/content`: by rewrite, because the App Router drops `Content-Length`. */
export default mediaRoute(async (request) => {
  const header = (name: string) => request.headers[name]?.toString() ?? null
  const { teamId } = await authoriseHeaders({ method: 'GET', header })
  return findArchive(teamId, queryValue(request, 'id'))
})

export const config = { api: { responseLimit: false, bodyParser: false } }
