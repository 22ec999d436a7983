import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { sendTest } from '@/lib/webhooks/mutations'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ caller, params }) => json(await sendTest(caller.teamId, params.id))),
})
