import { signedIn } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { createApiKeySchema } from '@/lib/team/api-key-schema'
import { addApiKey, listApiKeys } from '@/lib/team/api-keys'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: signedIn(async ({ member }) => json({ object: 'list', data: await listApiKeys(member) })),

  POST: signedIn(async ({ request, member }) => {
    const { name } = createApiKeySchema.parse(await readJson(request, 64 * 1024))
    return json(await addApiKey(member, name))
  }),
})
