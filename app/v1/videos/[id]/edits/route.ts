import { authorised } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { routes } from '@/lib/http/route'
import { answerWithVideo } from '@/lib/videos/answer'
import { editSchema, editVideo } from '@/lib/videos/edit'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ request, caller, params }) => {
    const { input } = editSchema.parse(await readJson(request, 64 * 1024))
    return answerWithVideo({
      request,
      teamId: caller.teamId,
      body: { fingerprint: input },
      make: (options) => editVideo(caller, params.id, input, options),
    })
  }),
})
