import { authorised } from '@/lib/auth/authorised'
import { once } from '@/lib/http/idempotency'
import { json, routes } from '@/lib/http/route'
import { retryVideo } from '@/lib/videos/mutations'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(({ request, caller, params }) => {
    const run = async () => json(await retryVideo(caller.teamId, params.id))
    return once({ request, teamId: caller.teamId, asked: null, run })
  }),
})
