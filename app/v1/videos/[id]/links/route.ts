import { authorise } from '@/lib/auth/access'
import { json, route } from '@/lib/http/route'
import { createLink, listLinks } from '@/lib/share/links'

type Params = { id: string }

export const GET = route<Params>(async (request, { id }) => {
  const { teamId } = await authorise(request)
  return json({ object: 'list', data: await listLinks(teamId, id) })
})

export const POST = route<Params>(async (request, { id }) => {
  const caller = await authorise(request)
  return json(await createLink(caller, id))
})
