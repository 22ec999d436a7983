import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { cancelVideo } from '@/lib/videos/mutations'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ caller, params }) => json(await cancelVideo(caller.teamId, params.id))),
})
