import { authorised } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { listPronunciations } from '@/lib/pronunciations/data'
import { createPronunciation } from '@/lib/pronunciations/mutations'
import { createPronunciationSchema } from '@/lib/pronunciations/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async ({ caller }) =>
    json({ object: 'list', data: await listPronunciations(caller.teamId) }),
  ),

  POST: authorised(async ({ request, caller }) => {
    const wanted = createPronunciationSchema.parse(await readJson(request, 64 * 1024))
    return json(await createPronunciation(caller, wanted))
  }),
})
