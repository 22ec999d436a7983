import { authorise } from '@/lib/auth/access'
import { readJson } from '@/lib/http/json-body'
import { json, route } from '@/lib/http/route'
import { requireVideo } from '@/lib/videos/data'
import { deleteVideo, renameSchema, renameVideo } from '@/lib/videos/mutations'
import { toStudioVideo } from '@/lib/videos/view'

type Params = { id: string }

export const GET = route<Params>(async (request, { id }) => {
  const { teamId } = await authorise(request)
  return json(toStudioVideo(await requireVideo(teamId, id)))
})

export const PATCH = route<Params>(async (request, { id }) => {
  const { teamId } = await authorise(request)
  const { title } = renameSchema.parse(await readJson(request, 64 * 1024))
  return json(await renameVideo(teamId, id, title))
})

export const DELETE = route<Params>(async (request, { id }) => {
  const { teamId } = await authorise(request)
  await deleteVideo(teamId, id)
  return json({ id, object: 'video', deleted: true })
})
