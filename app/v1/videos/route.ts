import { z } from 'zod'
import { authorise } from '@/lib/auth/access'
import { json, route } from '@/lib/http/route'
import { createVideo } from '@/lib/videos/create'
import { listVideos } from '@/lib/videos/data'
import { toStudioVideo } from '@/lib/videos/view'

const listSchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  after: z.string().optional(),
})

export const POST = route(async (request) => {
  const caller = await authorise(request)
  return json(toStudioVideo(await createVideo(caller, request)))
})

export const GET = route(async (request) => {
  const { teamId } = await authorise(request)
  const query = listSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { videos, next } = await listVideos(teamId, query)
  return json({ object: 'list', data: videos, has_more: next !== null, last_id: next })
})
