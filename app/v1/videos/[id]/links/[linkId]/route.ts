import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { revokeLink } from '@/lib/share/links'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string; linkId: string }>({
  DELETE: authorised(async ({ caller, params }) =>
    json(await revokeLink(caller.teamId, params.id, params.linkId)),
  ),
})
