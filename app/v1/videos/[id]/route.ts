import { authorised } from '@/lib/auth/authorised'
import { deleteVideoSchema } from '@/lib/boson/requests'
import { readJson } from '@/lib/http/json-body'
import { readQuery } from '@/lib/http/query'
import { json, routes } from '@/lib/http/route'
import { deletePermanently, deleteVideo } from '@/lib/videos/bin'
import { requireVideo } from '@/lib/videos/data'
import { updateVideoSchema } from '@/lib/videos/filing-schema'
import { updateVideo } from '@/lib/videos/mutations'
import { toVideoDetail } from '@/lib/videos/view'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes<{ id: string }>({
  GET: authorised(async ({ caller, params }) =>
    json(await toVideoDetail(await requireVideo(caller.teamId, params.id))),
  ),

  PATCH: authorised(async ({ request, caller, params }) => {
    const change = updateVideoSchema.parse(await readJson(request, 64 * 1024))
    return json(await updateVideo(caller.teamId, params.id, change))
  }),

  DELETE: authorised(async ({ request, caller, params }) => {
    const { permanently } = readQuery(request, deleteVideoSchema)
    const remove = permanently === 'true' ? deletePermanently : deleteVideo
    await remove(caller.teamId, params.id)
    return json({ id: params.id, object: 'video.deleted', deleted: true })
  }),
})
