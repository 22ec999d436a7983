import { authorised } from '@/lib/auth/authorised'
import { routes } from '@/lib/http/route'
import { answerWithVideo } from '@/lib/videos/answer'
import { remixVideo } from '@/lib/videos/remix'
import { readRemixBody, withVideoBody } from '@/lib/videos/request'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(({ request, caller, params }) =>
    withVideoBody(request, readRemixBody, (body) =>
      answerWithVideo({
        request,
        teamId: caller.teamId,
        body,
        make: (options) => remixVideo(caller, params.id, body, options),
      }),
    ),
  ),
})
