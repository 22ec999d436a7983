import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { requireVoice, toVoice } from '@/lib/voices/data'
import { deleteVoice } from '@/lib/voices/mutations'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ voice: string }>({
  GET: authorised(async ({ caller, params }) =>
    json(toVoice(await requireVoice(caller.teamId, params.voice))),
  ),

  DELETE: authorised(async ({ caller, params }) => {
    await deleteVoice(caller.teamId, params.voice)
    return json({ voice: params.voice, deleted: true })
  }),
})
