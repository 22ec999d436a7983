import { mediaRoute, queryValue } from '@/lib/http/media-route'
import { isSharedFile, SHARED_FILES } from '@/lib/share/files'
import { admit, refusal } from '@/lib/share/gate'
import { findMedia } from '@/lib/videos/media'

/** `GET /s/{token}/video.mp4` and its siblings, by rewrite: behind the same gate as the page. */
export default mediaRoute(async (request) => {
  const name = queryValue(request, 'file')
  if (!isSharedFile(name)) throw refusal('unknown')
  const toKeep = queryValue(request, 'download') !== ''
  const visitor = { cookie: (cookie: string) => request.cookies[cookie] }
  const link = await admit(queryValue(request, 'token'), visitor, toKeep)
  const file = await findMedia({ id: link.videoId }, SHARED_FILES[name])
  return toKeep ? file : { ...file, download: undefined }
})

export const config = { api: { responseLimit: false, bodyParser: false } }
