import { routes } from '@/lib/http/route'
import { streamed } from '@/lib/http/streamed'
import { openShared } from '@/lib/share/live'
import { visitorOf } from '@/lib/share/visitor'

/** The video while it is made: a fragmented MP4, from its beginning. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>({
  GET: async ({ request, params }) =>
    streamed(await openShared(params.token, visitorOf(request), request.signal), {
      'content-type': 'video/mp4',
    }),
})
