import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { rotateLink } from '@/lib/share/links'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string; linkId: string }>({
  POST: authorised(async ({ caller, params: { id, linkId } }) =>
    json(await rotateLink(caller.teamId, { videoId: id, linkId })),
  ),
})
