import { authorised } from '@/lib/auth/authorised'
import { readJson } from '@/lib/http/json-body'
import { json, routes } from '@/lib/http/route'
import { listWebhooks } from '@/lib/webhooks/data'
import { createWebhook } from '@/lib/webhooks/mutations'
import { createWebhookSchema } from '@/lib/webhooks/schema'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  GET: authorised(async ({ caller }) => json({ object: 'list', data: await listWebhooks(caller.teamId) })),

  POST: authorised(async ({ request, caller }) => {
    const wanted = createWebhookSchema.parse(await readJson(request, 64 * 1024))
    return json(await createWebhook(caller, wanted))
  }),
})
