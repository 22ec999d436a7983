import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { listVoices } from '@/lib/voices/data'
import { createVoice } from '@/lib/voices/mutations'
import { readVoiceBody } from '@/lib/voices/request'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async ({ caller }) => {
    const voices = await listVoices(caller.teamId)
    return json({ object: 'list', data: voices.map(({ ref_text: _, ...shown }) => shown) })
  }),

  // The same clip is the same voice, so a repeated request needs no key to be harmless.
  POST: authorised(async ({ request, caller }) =>
    json(await createVoice(caller, await readVoiceBody(request))),
  ),
})
