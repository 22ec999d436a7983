import { authorised } from '@/lib/auth/authorised'
import { listVideosSchema } from '@/lib/boson/requests'
import { once } from '@/lib/http/idempotency'
import { readQuery } from '@/lib/http/query'
import { json, routes } from '@/lib/http/route'
import { createVideo } from '@/lib/videos/create'
import { listVideos } from '@/lib/videos/data'
import { readVideoBody, withVideoBody } from '@/lib/videos/request'
import { toStudioVideo } from '@/lib/videos/view'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: authorised(({ request, caller }) =>
    withVideoBody(request, readVideoBody, (body) => {
      const run = async () => json(toStudioVideo(await createVideo(caller, body)))
      return once({ request, teamId: caller.teamId, asked: body.fingerprint, run })
    }),
  ),

  GET: authorised(async ({ request, caller }) =>
    json(await listVideos(caller, readQuery(request, listVideosSchema))),
  ),
})
