import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { createLink, listLinks } from '@/lib/share/links'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) =>
    json({ object: 'list', data: await listLinks(caller.teamId, params.id) }),
  ),
  POST: authorised(async ({ caller, params }) => json(await createLink(caller, params.id))),
})
