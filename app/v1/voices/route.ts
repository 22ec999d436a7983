import { authorised } from '@/lib/auth/authorised'
import { env } from '@/lib/env'
import { json, routes } from '@/lib/http/route'
import { provider } from '@/lib/provider/choose'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async () => {
    const voices = await provider(env.provider).voices()
    return json({ object: 'list', data: voices.map((voice) => ({ ...voice, object: 'voice' })) })
  }),
})
