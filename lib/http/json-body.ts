import 'server-only'
import { StudioError } from '@/lib/boson/errors'

/** Parses a JSON body of at most `maxBytes`, counting while it streams. Throws `payload_too_large`, `invalid_request`. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of iterate(request)) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) {
      throw new StudioError(
        'payload_too_large',
        `The request is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
      )
    }
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw new StudioError('invalid_request', 'The body is not well-formed JSON.', { cause })
  }
}

async function* iterate(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
}
