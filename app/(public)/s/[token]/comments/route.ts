import { requireOwnSite } from '@/lib/auth/access'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { newCommentSchema } from '@/lib/share/comment-schema'
import { addComment, listComments } from '@/lib/share/comments'
import { admit } from '@/lib/share/gate'
import { traceOf, visitorOf } from '@/lib/share/visitor'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string }>({
  GET: async ({ request, params }) => {
    const visitor = visitorOf(request)
    return json(await listComments(await admit(params.token, visitor), visitor))
  },

  POST: async ({ request, params }) => {
    const visitor = visitorOf(request)
    const link = await admit(params.token, visitor)
    requireOwnSite(request)
    const said = newCommentSchema.parse(await readJson(request, 16 * 1024))
    return json(await addComment(link, visitor, traceOf(request), said))
  },
})
