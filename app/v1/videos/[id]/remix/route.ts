import { authorised } from '@/lib/auth/authorised'
import { once } from '@/lib/http/idempotency'
import { json, routes } from '@/lib/http/route'
import { remixVideo } from '@/lib/videos/remix'
import { readRemixBody, withVideoBody } from '@/lib/videos/request'
import { toStudioVideo } from '@/lib/videos/view'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(({ request, caller, params }) =>
    withVideoBody(request, readRemixBody, (body) => {
      const run = async () => json(toStudioVideo(await remixVideo(caller, params.id, body)))
      return once({ request, teamId: caller.teamId, asked: body.fingerprint, run })
    }),
  ),
})
