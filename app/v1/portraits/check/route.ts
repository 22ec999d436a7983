import { authorised } from '@/lib/auth/authorised'
import { json, routes } from '@/lib/http/route'
import { checkPortrait } from '@/lib/videos/check-portrait'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** What the engine sees in a picture, before anything is made or kept: the face, or why it cannot be animated. */
  POST: authorised(async ({ request }) => json(await checkPortrait(request))),
})
