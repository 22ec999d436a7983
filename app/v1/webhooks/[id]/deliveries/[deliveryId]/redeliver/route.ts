import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { redeliver } from '@/lib/webhooks/mutations'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string; deliveryId: string }>({
  POST: authorised(async ({ caller, params }) =>
    json(await redeliver(caller.teamId, params.id, params.deliveryId)),
  ),
})
