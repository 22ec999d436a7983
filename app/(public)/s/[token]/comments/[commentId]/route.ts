import { requireOwnSite } from '@/lib/auth/access'
import { routes } from '@/lib/http/route'
import { deleteComment } from '@/lib/share/comments'
import { admit } from '@/lib/share/gate'
import { visitorOf } from '@/lib/share/visitor'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ token: string; commentId: string }>({
  DELETE: async ({ request, params }) => {
    const visitor = visitorOf(request)
    const link = await admit(params.token, visitor)
    requireOwnSite(request)
    await deleteComment(link, visitor, params.commentId)
    return new Response(null, { status: 204 })
  },
})
