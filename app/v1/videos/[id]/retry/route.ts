import { authorise } from '@/lib/auth/access'
import { json, route } from '@/lib/http/route'
import { retryVideo } from '@/lib/videos/mutations'

export const POST = route<{ id: string }>(async (request, { id }) => {
  const { teamId } = await authorise(request)
  return json(await retryVideo(teamId, id))
})
