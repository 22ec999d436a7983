import { authorised } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { deletePronunciation, updatePronunciation } from '@/lib/pronunciations/mutations'
import { updatePronunciationSchema } from '@/lib/pronunciations/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  PATCH: authorised(async ({ request, caller, params }) => {
    const changes = updatePronunciationSchema.parse(await readJson(request, 64 * 1024))
    return json(await updatePronunciation(caller.teamId, params.id, changes))
  }),

  DELETE: authorised(async ({ caller, params }) => {
    await deletePronunciation(caller.teamId, params.id)
    return json({ id: params.id, object: 'pronunciation', deleted: true })
  }),
})
