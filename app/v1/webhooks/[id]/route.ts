import { authorised } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { requireWebhook } from '@/lib/webhooks/data'
import { deleteWebhook, updateWebhook } from '@/lib/webhooks/mutations'
import { updateWebhookSchema } from '@/lib/webhooks/schema'
import { toWebhook } from '@/lib/webhooks/view'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) =>
    json(toWebhook(await requireWebhook(caller.teamId, params.id))),
  ),

  PATCH: authorised(async ({ request, caller, params }) => {
    const changes = updateWebhookSchema.parse(await readJson(request, 64 * 1024))
    return json(await updateWebhook(caller.teamId, params.id, changes))
  }),

  DELETE: authorised(async ({ caller, params }) => {
    await deleteWebhook(caller.teamId, params.id)
    return json({ id: params.id, object: 'webhook', deleted: true })
  }),
})
