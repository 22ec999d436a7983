import { clientAddress, countedTry } from '@/lib/auth/tries'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { accountSchema, createOwner } from '@/lib/team/accounts'

/** The first visitor becomes the owner; everybody after that is refused. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: async ({ request }) => {
    const account = accountSchema.parse(await readJson(request, 64 * 1024))
    await countedTry('first run', clientAddress(request.headers.get('x-forwarded-for')), async () => {
      await createOwner(account)
      return account
    })
    return json({ ok: true }, 201)
  },
})
