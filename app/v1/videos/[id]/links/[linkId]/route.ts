import { authorise } from '@/lib/auth/access'
import { json, route } from '@/lib/http/route'
import { revokeLink } from '@/lib/share/links'

export const DELETE = route<{ id: string; linkId: string }>(async (request, { id, linkId }) => {
  const { teamId } = await authorise(request)
  return json(await revokeLink(teamId, id, linkId))
})
