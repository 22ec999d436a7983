import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { accountSchema, createOwner } from '@/lib/team/accounts'

/** The first visitor becomes the owner; everybody after that is refused. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ request }) => {
    await createOwner(accountSchema.parse(await readJson(request, 64 * 1024)))
    return json({ ok: true }, 201)
  },
})
