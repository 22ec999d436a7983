import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { getMadeFile, makeFile, stopFile } from '@/lib/videos/made-files'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string; variant: string }>({
  GET: authorised(async ({ caller, params }) =>
    json(await getMadeFile(caller.teamId, params.id, params.variant)),
  ),

  POST: authorised(async ({ caller, params }) =>
    json(await makeFile(caller.teamId, params.id, params.variant)),
  ),

  DELETE: authorised(async ({ caller, params }) =>
    json(await stopFile(caller.teamId, params.id, params.variant)),
  ),
})
