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
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return JSON.parse(text, storable)
  } catch (cause) {
    if (cause instanceof StudioError) throw cause
    throw new StudioError('invalid_request', 'The body is not well-formed JSON.', { cause })
  }
}

function storable(key: string, value: unknown): unknown {
  requireStorable(key, 'body')
  if (typeof value === 'string') requireStorable(value, key || 'body')
  return value
}
