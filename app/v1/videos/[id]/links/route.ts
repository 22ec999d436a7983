import { authorised } from '@/lib/auth/authorised'
import { readOptionalJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { createLink, listLinks } from '@/lib/share/links'
import { createLinkSchema } from '@/lib/share/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) =>
    json({ object: 'list', data: await listLinks(caller.teamId, params.id) }),
  ),

  POST: authorised(async ({ request, caller, params }) => {
    const settings = createLinkSchema.parse((await readOptionalJson(request, 64 * 1024)) ?? {})
    return json(await createLink(caller, params.id, settings))
  }),
})
