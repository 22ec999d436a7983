import { authorised } from '@/lib/auth/authorised'
import { answerWithBatch } from '@/lib/batches/create'
import { listBatches } from '@/lib/batches/data'
import { withBatchBody } from '@/lib/batches/request'
import { listBatchesSchema } from '@/lib/batches/schema'
import { readQuery } from '@/lib/http/query'
import { json, routes } from '@/lib/http/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: authorised(({ request, caller }) =>
    withBatchBody(request, (body) => answerWithBatch(request, caller, body)),
  ),

  GET: authorised(async ({ request, caller }) =>
    json(await listBatches(caller.teamId, readQuery(request, listBatchesSchema))),
  ),
})
