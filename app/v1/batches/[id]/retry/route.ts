import { authorised } from '@/lib/auth/authorised'
import { retryBatch } from '@/lib/batches/mutations'
import { json, routes } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ caller, params }) => json(await retryBatch(caller.teamId, params.id))),
})
