import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import { StudioError } from '@/lib/boson/errors'
import { log } from '@/lib/log'
import { asStudioError } from './error-response'
import { newRequestId } from './request-id'
import { type ServedArchive, serveArchive } from './serve-archive'
import { type ServedFile, serveFile } from './serve-file'
import { requireStorableUrl } from './storable-text'

/** A Pages API handler for media: `find` authorises and says where the bytes lie, or throws. */
export function mediaRoute(find: (request: NextApiRequest) => Promise<ServedFile | ServedArchive>) {
  return async (request: NextApiRequest, response: NextApiResponse): Promise<void> => {
    const requestId = newRequestId()
    response.setHeader('x-request-id', requestId)
    try {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, { allow: 'GET, HEAD' }).end()
        return
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD')
        throw new StudioError('method_not_allowed', 'Media can only be read: use GET.')
      }
      requireStorableUrl(new URL(request.url ?? '', 'http://studio'))
      const file = await find(request)
      const served = await ('entries' in file
        ? serveArchive(request, response, file)
        : serveFile(request, response, file))
      if (!served) throw new StudioError('not_found', 'The file of this video is missing from the storage.')
    } catch (error) {
      const known = asStudioError(error)
      if (known.type === 'internal_error')
        log.error({ err: error, requestId, path: request.url }, 'unexpected error in a media route')
      if (response.headersSent) response.destroy()
      else response.setHeader('cache-control', 'no-store').status(known.status).json(known.toBody())
    }
  }
}

/** A query parameter given once, or `fallback`. */
export function queryValue(request: NextApiRequest, name: string, fallback = ''): string {
  const value = request.query[name]
  return typeof value === 'string' ? value : fallback
}
