import { authorised } from '@/lib/auth/authorised'
import { SPEECH_MODEL, VIDEO_MODEL } from '@/lib/boson/limits'
import { json, routes } from '@/lib/http/route'

const OWNER = 'avatar-studio'
/** When this API was first served, in unix seconds: models have no birthdays of their own here. */
const CREATED = 1_795_478_400

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async () => {
    const ids = [VIDEO_MODEL, SPEECH_MODEL]
    const data = ids.map((id) => ({ id, object: 'model', created: CREATED, owned_by: OWNER }))
    return json({ object: 'list', data })
  }),
})
