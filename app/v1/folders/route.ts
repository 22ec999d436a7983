import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { listFolders } from '@/lib/videos/filing'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async ({ caller }) => json(await listFolders(caller.teamId))),
})
