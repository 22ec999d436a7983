import { authorised } from '@/lib/auth/authorised'
import { cancelBatch } from '@/lib/batches/mutations'
import { json, routes } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  POST: authorised(async ({ caller, params }) => json(await cancelBatch(caller.teamId, params.id))),
})
