import 'server-only'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Streams a body into a new file, through a step that counts or judges it where one is given. Throws what broke it, and
 * leaves no half file behind.
 */
export async function streamToFile(
  source: Readable | AsyncIterable<Uint8Array>,
  file: string,
  { through, signal }: { through?: Transform; signal?: AbortSignal } = {},
): Promise<void> {
  const body = source instanceof Readable ? source : Readable.from(source)
  const out = createWriteStream(file)
  try {
    await pipeline(through ? [body, through, out] : [body, out], { signal })
  } catch (error) {
    // It may still be opening, and would be there after its removal.
    if (!out.closed) await new Promise<void>((resolve) => out.once('close', () => resolve()).destroy())
    await rm(file, { force: true })
    throw error
  }
}
