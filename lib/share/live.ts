import 'server-only'
import { openLive } from '@/lib/videos/live'
import { admit } from './gate'
import type { Visitor } from './visitor'

/** How long a stream goes on without asking the gate again. */
const TRUST_MS = 1000

/**
 * The live stream of a link's video, for as long as the gate is open: it is cut when that closes. Throws what `admit`
 * and `openLive` throw.
 */
export async function openShared(
  token: string,
  visitor: Visitor,
  signal: AbortSignal,
): Promise<AsyncGenerator<Uint8Array>> {
  const { videoId } = await admit(token, visitor)
  return whileAdmitted(await openLive(videoId, signal), () => admit(token, visitor))
}

async function* whileAdmitted(stream: AsyncGenerator<Uint8Array>, ask: () => Promise<unknown>) {
  let askedAt = Date.now()
  try {
    for await (const piece of stream) {
      if (Date.now() - askedAt > TRUST_MS) {
        await ask()
        askedAt = Date.now()
      }
      yield piece
    }
  } finally {
    await stream.return(undefined)
  }
}
