import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { readBody } from './body'
import { bodyKind } from './body-kind'
import { requireStorable } from './storable-text'

/**
 * Parses a JSON body of at most `maxBytes`, counting while it streams. Throws `payload_too_large`, and `invalid_request`
 * for another type of body, one that is not well-formed, and text that cannot be stored.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  bodyKind(request, 'json')
  const chunks: Uint8Array[] = []
  for await (const chunk of readBody(request, maxBytes)) chunks.push(chunk)
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (cause) {
    if (cause instanceof StudioError) throw cause
    throw new StudioError('invalid_request', 'The body is not well-formed JSON.', { cause })
  }
}

/** As `readJson`; null for a request that comes without a body. */
export async function readOptionalJson(request: Request, maxBytes: number): Promise<unknown> {
  const isEmpty = !request.headers.has('content-type') && !Number(request.headers.get('content-length'))
  return isEmpty ? null : readJson(request, maxBytes)
}

/** `JSON.parse`, but text that cannot be stored is refused: `invalid_request`. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, storable)
}

function storable(key: string, value: unknown): unknown {
  requireStorable(key, 'body')
  if (typeof value === 'string') requireStorable(value, key || 'body')
  return value
}
