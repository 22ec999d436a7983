import { StudioError } from './errors'

/** Milliseconds: without a byte, and from the first to the last, after which a body is given up. */
export type BodyLimits = { quietMs: number; totalMs: number }

/** The body of an answer took too long or was larger than anything that belongs there. */
function broken(why: string, cause?: unknown): StudioError {
  return new StudioError('upstream_failed', `The answer of the upstream ${why}.`, { cause })
}

/**
 * The bytes of a body as they come. However the reading ends, the connection is let go of.
 * @throws StudioError `upstream_failed` where it breaks off or falls silent; the signal's reason when aborted
 */
export async function* piecesOf(
  body: ReadableStream<Uint8Array> | null,
  { quietMs, totalMs }: BodyLimits,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (!body) return
  const until = performance.now() + totalMs
  const reader = body.getReader()
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await unlessQuiet(
        reader.read(),
        Math.min(quietMs, until - performance.now()),
        signal,
      )
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

/** All of a body, at most `maxBytes`. Throws like `piecesOf`, and where there is more. */
export async function bytesOf(
  body: ReadableStream<Uint8Array> | null,
  limits: BodyLimits & { maxBytes: number },
  signal: AbortSignal,
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of piecesOf(body, limits, signal)) {
    bytes += piece.byteLength
    if (bytes > limits.maxBytes) throw broken('is larger than anything it may say')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** The first bytes of a body as text, at most `maxBytes`; whatever goes wrong, as far as it came. */
export async function textAsFarAsItCame(
  body: ReadableStream<Uint8Array> | null,
  limits: BodyLimits & { maxBytes: number },
  signal: AbortSignal,
): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const piece of piecesOf(body, limits, signal)) {
      pieces.push(piece)
      bytes += piece.byteLength
      if (bytes >= limits.maxBytes) break
    }
  } catch {
    // An error answer that breaks off is an error answer all the same.
  }
  return Buffer.concat(pieces).subarray(0, limits.maxBytes).toString('utf8')
}

/** A plain timer and a plain listener: Node 20 may collect the sources of `AbortSignal.any` before they fire. */
async function unlessQuiet<T>(reading: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  const interrupted = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(broken('stopped coming')), ms)
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort)
    stop = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
  })
  try {
    return await Promise.race([
      reading.catch((cause) => Promise.reject(broken('broke off', cause))),
      interrupted,
    ])
  } finally {
    stop()
  }
}
