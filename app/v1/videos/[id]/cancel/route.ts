import { authorise } from '@/lib/auth/access'
import { json, route } from '@/lib/http/route'
import { cancelVideo } from '@/lib/videos/mutations'

export const POST = route<{ id: string }>(async (request, { id }) => {
  const { teamId } = await authorise(request)
  return json(await cancelVideo(teamId, id))
})
