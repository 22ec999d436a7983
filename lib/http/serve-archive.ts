import 'server-only'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { makeZip, predictLength } from 'client-zip'
import { storage } from '@/lib/storage/files'
import { contentDisposition } from './content-disposition'
import { sendBody } from './send-body'

type Entry = { key: string; name: string; lastModified: Date }

/** Stored files as one ZIP, put together while it is read. */
export type ServedArchive = { entries: Entry[]; download: string }

/**
 * Serves the files as they are: films do not get smaller. `Content-Length` is known beforehand, ranges are not served.
 * Returns false, having written nothing, where none of the files exists.
 */
export async function serveArchive(
  request: IncomingMessage,
  response: ServerResponse,
  { entries, download }: ServedArchive,
): Promise<boolean> {
  const found: (Entry & { size: number })[] = []
  for (const entry of entries) {
    const size = await storage().size(entry.key)
    if (size !== null) found.push({ ...entry, size })
  }
  if (found.length === 0) return false
  response.setHeader('content-type', 'application/zip')
  response.setHeader('content-length', Number(predictLength(found)))
  response.setHeader('content-disposition', contentDisposition(download))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'private, no-store')
  if (request.method === 'HEAD') response.end()
  else await sendBody(response, Readable.fromWeb(asNodeStream(makeZip(opened(found)))))
  return true
}

/** Each file when its turn comes. */
async function* opened(entries: Entry[]) {
  for (const entry of entries) yield { ...entry, input: await storage().read(entry.key) }
}

/** Node's type of web streams and the DOM's are the same thing twice. */
const asNodeStream = (stream: globalThis.ReadableStream<Uint8Array>) => stream as ReadableStream<Uint8Array>
