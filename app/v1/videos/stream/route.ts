import { authorised } from '@/lib/auth/authorised'
import { videoSchema } from '@/lib/boson/schemas'
import { routes } from '@/lib/http/route'
import { streamed } from '@/lib/http/streamed'
import { answerWithVideo } from '@/lib/videos/answer'
import { createVideo } from '@/lib/videos/create'
import { openLive } from '@/lib/videos/live'
import { readVideoBody, withVideoBody } from '@/lib/videos/request'

/** The video as it is made: a fragmented MP4. Whoever hangs up stops watching, not the video. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  POST: authorised(async ({ request, caller, headers }) => {
    const created = await withVideoBody(request, readVideoBody, (body) =>
      answerWithVideo({
        request,
        teamId: caller.teamId,
        body,
        make: (options) => createVideo(caller, body, { ...options, live: true }),
      }),
    )
    if (!created.ok) return created
    const { id } = videoSchema.parse(await created.json())
    headers.set('x-video-id', id)
    return streamed(await openLive(id, request.signal), { 'content-type': 'video/mp4' })
  }),
})
