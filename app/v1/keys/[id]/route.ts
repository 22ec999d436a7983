import { signedIn } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { revokeApiKey } from '@/lib/team/api-keys'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  DELETE: signedIn(async ({ member, params }) => {
    await revokeApiKey(member, params.id)
    return json({ id: params.id, object: 'api_key', deleted: true })
  }),
})
