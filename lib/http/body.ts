import 'server-only'
import { StudioError } from '@/lib/boson/errors'

const LINGER_BYTES = 64 * 1024 * 1024
const LINGER_MS = 10_000
/** Who sends nothing for so long waits for the answer. */
const STALLED_MS = 1000

type Reader = ReadableStreamDefaultReader<Uint8Array>

/**
 * The bytes of a request's body as they arrive, at most `maxBytes`. Throws `payload_too_large`, as soon as its
 * Content-Length tells, and `invalid_request` for a body that breaks off or is not as long as its Content-Length.
 */
export async function* readBody(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  const promised = contentLength(request)
  const reader = request.body?.getReader()
  let bytes = 0
  let ended = !reader
  try {
    if (promised !== null && promised > maxBytes) throw tooLarge(maxBytes)
    while (reader) {
      const part = await reader.read().catch(brokeOff)
      ended = part.done
      if (part.done) break
      bytes += part.value.byteLength
      if (bytes > maxBytes) throw tooLarge(maxBytes)
      if (promised !== null && bytes > promised) brokeOff()
      yield part.value
    }
    if (promised !== null && bytes !== promised) brokeOff()
  } finally {
    if (reader && !ended) await linger(reader)
  }
}

/** Digits, or null where the body says only at its end how long it is. */
function contentLength(request: Request): number | null {
  const header = request.headers.get('content-length')
  return header === null ? null : Number(header)
}

/**
 * Takes what nobody wants, for a while, before the answer: many clients read it only after they have sent everything, and
 * lose it where the connection ends under them. Whoever goes on for longer meets a server that reads no more.
 */
async function linger(reader: Reader): Promise<void> {
  const ending = performance.now() + LINGER_MS
  let giveUp = () => {}
  const stalled = new Promise<null>((resolve) => {
    giveUp = () => resolve(null)
  })
  const timer = setTimeout(giveUp, STALLED_MS)
  let bytes = 0
  while (bytes < LINGER_BYTES && performance.now() < ending) {
    const part = await Promise.race([reader.read().catch(() => null), stalled])
    if (!part || part.done) break
    bytes += part.value.byteLength
    timer.refresh()
  }
  clearTimeout(timer)
}

function brokeOff(cause?: unknown): never {
  throw new StudioError('invalid_request', 'The body of the request did not arrive whole. Send it again.', {
    cause,
  })
}

function tooLarge(maxBytes: number): StudioError {
  const limit = `${Math.floor(maxBytes / 1024 / 1024)} MB`
  return new StudioError('payload_too_large', `The request is larger than ${limit}. Send less.`)
}
