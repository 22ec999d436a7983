import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { listDeliveries } from '@/lib/webhooks/data'
import { listDeliveriesSchema } from '@/lib/webhooks/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ request, caller, params }) => {
    const query = listDeliveriesSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
    const { deliveries, next } = await listDeliveries(caller.teamId, params.id, query)
    return json({ object: 'list', data: deliveries, has_more: next !== null, last_id: next })
  }),
})
