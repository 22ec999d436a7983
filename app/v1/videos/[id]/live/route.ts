import { authorised } from '@/lib/auth/authorised'
import { routes } from '@/lib/http/route'
import { streamed } from '@/lib/http/streamed'
import { requireVideo } from '@/lib/videos/data'
import { openLive } from '@/lib/videos/live'

/** The video from its beginning, also while it is still made. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ request, caller, params }) => {
    const { id } = await requireVideo(caller.teamId, params.id)
    return streamed(await openLive(id, request.signal), { 'content-type': 'video/mp4' })
  }),
})
