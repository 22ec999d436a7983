import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { listVersions } from '@/lib/videos/versions'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) =>
    json({ object: 'list', data: await listVersions(caller.teamId, params.id) }),
  ),
})
