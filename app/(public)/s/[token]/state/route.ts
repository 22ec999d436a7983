import { json, routes } from '@/lib/http/route'
import { toShared } from '@/lib/share/data'
import { admit } from '@/lib/share/gate'
import { visitorOf } from '@/lib/share/visitor'

/** What the page shows, as it is now: how far an unfinished video is, and whether the link still works. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>({
  GET: async ({ request, params }) => json(await toShared(await admit(params.token, visitorOf(request)))),
})
