import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { storage } from '@/lib/storage/files'
import type { ByteRange } from '@/lib/storage/storage'
import { contentDisposition } from './content-disposition'
import { sendBody } from './send-body'

/** What is served: bytes in storage under `key`, or `content` itself. */
export type ServedFile = ({ key: string; content?: undefined } | { key?: undefined; content: Buffer }) & {
  contentType: string
  /** Changes when the bytes do; quotes included. */
  etag: string
  /** File name for a download; absent for showing in place. */
  download?: string
}

/**
 * Serves bytes with exact `Content-Length`, `Accept-Ranges`, one range, `HEAD`, `ETag` and conditional requests
 * (RFC 9110). Returns false, having written nothing, where the key does not exist.
 */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
): Promise<boolean> {
  const size = file.content ? file.content.length : await storage().size(file.key)
  if (size === null) return false
  response.setHeader('accept-ranges', 'bytes')
  response.setHeader('etag', file.etag)
  // Revalidated each time: a deleted video or a revoked link must not live on in a cache.
  response.setHeader('cache-control', 'private, no-cache')
  if (request.headers['if-none-match'] === file.etag) return end(response, 304)

  response.setHeader('content-type', file.contentType)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('content-disposition', contentDisposition(file.download))
  const range = honoursRange(request, file.etag) ? parseRange(request.headers.range, size) : undefined
  if (range === null) {
    response.setHeader('content-range', `bytes */${size}`)
    return end(response, 416)
  }
  const { start, end: last } = range ?? { start: 0, end: size - 1 }
  response.statusCode = range ? 206 : 200
  response.setHeader('content-length', last - start + 1)
  if (range) response.setHeader('content-range', `bytes ${start}-${last}/${size}`)
  if (request.method === 'HEAD') return end(response, response.statusCode)
  await sendBody(response, await open(file, range))
  return true
}

async function open(file: ServedFile, range: ByteRange | undefined): Promise<Readable> {
  if (!file.content) return storage().read(file.key, range)
  return Readable.from([range ? file.content.subarray(range.start, range.end + 1) : file.content])
}

function end(response: ServerResponse, status: number): true {
  response.statusCode = status
  response.end()
  return true
}

/** `If-Range`: a range of a file that has changed since would be glued to the wrong bytes. */
function honoursRange(request: IncomingMessage, etag: string): boolean {
  const condition = request.headers['if-range']
  return condition === undefined || condition === etag
}

/** One range of `size` bytes: undefined where there is none to honour, null where it cannot be satisfied. */
export function parseRange(header: string | undefined, size: number): ByteRange | undefined | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, from = '', to = ''] = match ?? []
  if (!match || (from === '' && to === '')) return undefined
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? null : { start: size - length, end: size - 1 }
  }
  const start = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < start) return undefined
  return start >= size ? null : { start, end: last }
}
