import { authorised } from '@/lib/auth/authorised'
import { putCaptionsSchema } from '@/lib/captions/cues'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { getCaptions, putCaptions, resetCaptions } from '@/lib/videos/captions'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) => json(await getCaptions(caller.teamId, params.id))),

  PUT: authorised(async ({ request, caller, params }) => {
    const { cues } = putCaptionsSchema.parse(await readJson(request, 512 * 1024))
    return json(await putCaptions(caller.teamId, params.id, cues))
  }),

  DELETE: authorised(async ({ caller, params }) => json(await resetCaptions(caller.teamId, params.id))),
})
