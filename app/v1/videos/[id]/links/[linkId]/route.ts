import { authorised } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { revokeLink, updateLink } from '@/lib/share/links'
import { updateLinkSchema } from '@/lib/share/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string; linkId: string }>({
  PATCH: authorised(async ({ request, caller, params: { id, linkId } }) => {
    const changes = updateLinkSchema.parse(await readJson(request, 64 * 1024))
    return json(await updateLink(caller.teamId, { videoId: id, linkId }, changes))
  }),

  DELETE: authorised(async ({ caller, params: { id, linkId } }) =>
    json(await revokeLink(caller.teamId, { videoId: id, linkId })),
  ),
})
