import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { retryVideo } from '@/lib/videos/mutations'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ caller, params }) => json(await retryVideo(caller.teamId, params.id))),
})
