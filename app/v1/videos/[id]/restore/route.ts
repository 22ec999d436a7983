import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { restoreVideo } from '@/lib/videos/bin'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ caller, params }) => json(await restoreVideo(caller.teamId, params.id))),
})
