import { authorised } from '@/lib/auth/authorised'
import { findBatch } from '@/lib/batches/data'
import { deleteBatch } from '@/lib/batches/mutations'
import { json, routes } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) => json(await findBatch(caller.teamId, params.id))),

  DELETE: authorised(async ({ caller, params }) => {
    await deleteBatch(caller.teamId, params.id)
    return json({ id: params.id, object: 'batch.deleted', deleted: true })
  }),
})
