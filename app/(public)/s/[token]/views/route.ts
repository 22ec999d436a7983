import { routes } from '@/lib/http/route'
import { admit } from '@/lib/share/gate'
import { countView } from '@/lib/share/views'
import { traceOf, visitorOf } from '@/lib/share/visitor'

/** The page says that somebody has seen enough of the video to count. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>({
  POST: async ({ request, params }) => {
    const visitor = visitorOf(request)
    await countView(await admit(params.token, visitor), visitor, traceOf(request))
    return new Response(null, { status: 204 })
  },
})
