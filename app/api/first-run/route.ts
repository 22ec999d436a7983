import { json, route } from '@/lib/http/route'
import { accountSchema, createOwner } from '@/lib/team/accounts'

/** The first visitor becomes the owner; everybody after that is refused. */
export const POST = route(async (request) => {
  await createOwner(accountSchema.parse(await request.json()))
  return json({ ok: true }, 201)
})
