import { authorised } from '@/lib/auth/authorised'
import { listVideosSchema } from '@/lib/boson/requests'
import { readJson } from '@/lib/http/json-body'
import { readQuery } from '@/lib/http/query'
import { json, routes } from '@/lib/http/route'
import { answerWithVideo } from '@/lib/videos/answer'
import { createVideo } from '@/lib/videos/create'
import { listVideos } from '@/lib/videos/data'
import { updateVideos } from '@/lib/videos/filing'
import { updateVideosSchema } from '@/lib/videos/filing-schema'
import { readVideoBody, withVideoBody } from '@/lib/videos/request'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: authorised(({ request, caller }) =>
    withVideoBody(request, readVideoBody, (body) =>
      answerWithVideo({
        request,
        teamId: caller.teamId,
        body,
        make: (options) => createVideo(caller, body, options),
      }),
    ),
  ),

  GET: authorised(async ({ request, caller }) =>
    json(await listVideos(caller, readQuery(request, listVideosSchema))),
  ),

  PATCH: authorised(async ({ request, caller }) => {
    const change = updateVideosSchema.parse(await readJson(request, 64 * 1024))
    return json({ object: 'list', data: await updateVideos(caller.teamId, change) })
  }),
})
