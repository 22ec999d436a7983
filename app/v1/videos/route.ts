import { z } from 'zod'
import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { createVideo } from '@/lib/videos/create'
import { listVideos } from '@/lib/videos/data'
import { toStudioVideo } from '@/lib/videos/view'

const listSchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  after: z.string().optional(),
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: authorised(async ({ request, caller }) => json(toStudioVideo(await createVideo(caller, request)))),

  GET: authorised(async ({ request, caller }) => {
    const query = listSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
    const { videos, next } = await listVideos(caller.teamId, query)
    return json({ object: 'list', data: videos, has_more: next !== null, last_id: next })
  }),
})
