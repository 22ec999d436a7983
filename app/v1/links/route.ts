import { authorised } from '@/lib/auth/authorised'
import { readQuery } from '@/lib/http/query'
import { json, routes } from '@/lib/http/route'
import { listTeamLinks, revokeTeamLinks } from '@/lib/share/links'
import { listLinksSchema } from '@/lib/share/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async ({ request, caller }) =>
    json(await listTeamLinks(caller.teamId, readQuery(request, listLinksSchema))),
  ),

  DELETE: authorised(async ({ caller }) =>
    json({ object: 'list.revoked', revoked: await revokeTeamLinks(caller.teamId) }),
  ),
})
