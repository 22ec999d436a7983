import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { isErrorType, StudioError } from '@/lib/boson/errors'
import { database } from '@/lib/db/client'
import { onNotification } from '@/lib/db/notifications'
import type { LiveSink } from '@/lib/provider/provider'
import { storage, videoKey } from '@/lib/storage/files'

/**
 * The live stream of a video on its way from the worker that makes it to whoever watches, through the database, so that
 * the two may be on different machines. A piece without bytes says that the stream is whole.
 */

/** PostgreSQL notification that a piece was written; its payload is the video's id. */
const CHANNEL = 'avatar_studio_live'
/** How long a watcher waits for a notification before it looks for itself. */
const LOOK_EVERY_MS = 500
/** Pieces this old are swept: whoever still watches has fallen further behind than any player. */
const KEPT_MS = 20 * 60_000
/** Read at a time; a piece is about half a second. */
const BATCH = 20

/** Takes the stream of one run of a video: `attempt` is the row's `attempts` while it runs. */
export function liveSink(videoId: string, attempt: number): LiveSink {
  let index = 0
  let whole = true
  const append = async (bytes: Uint8Array<ArrayBuffer>) => {
    const piece = { videoId, attempt, index, bytes }
    index += 1
    try {
      await database().videoFragment.create({ data: piece })
      await database().$executeRaw`select pg_notify(${CHANNEL}, ${videoId})`
    } catch (error) {
      whole = false
      throw error
    }
  }
  return {
    write: (bytes) => append(new Uint8Array(bytes)),
    // Without a piece there was no stream to end, and after a lost one it is not whole.
    end: async () => {
      if (index > 0 && whole) await append(new Uint8Array())
    },
  }
}

/** Why a live stream broke off; the video may still be finished, and is asked after as any other. */
export class StreamCut extends Error {}

/**
 * The live stream of a video from its beginning, piece by piece as they come, until it is whole. One that never got a
 * live stream is given as its finished file. Throws `StreamCut` when the video fails, is deleted, or is started anew.
 */
export async function* followLive(videoId: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const wake = wakeUps(videoId, signal)
  try {
    let attempt: number | null = null
    let next = 0
    while (!signal.aborted) {
      // Looked at before the pieces: whatever was written before the end is seen after it.
      const video = await database().video.findUnique({
        where: { id: videoId },
        select: { status: true, attempts: true },
      })
      if (!video) throw new StreamCut('the video was deleted')
      attempt ??= await firstAttempt(videoId)
      if (attempt !== null && video.attempts !== attempt) throw new StreamCut('the video was started anew')
      const pieces = attempt === null ? [] : await piecesFrom(videoId, attempt, next)
      for (const { bytes } of pieces) {
        if (bytes.byteLength === 0) return
        yield bytes
      }
      next += pieces.length
      if (pieces.length === BATCH) continue
      if (video.status === 'completed' && next === 0) return yield* wholeFile(videoId)
      if (video.status !== 'queued' && video.status !== 'in_progress')
        throw new StreamCut(`the video is ${video.status}`)
      await wake.next()
    }
  } finally {
    wake.stop()
  }
}

/** How long whoever asks for a stream is kept waiting for its first piece before the answer begins. */
const PATIENCE_MS = 10_000
/** An MP4 box that says nothing (ISO/IEC 14496-12, `free`): the head of an answer only goes out with some of its body. */
const NOTHING = new Uint8Array([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65])

/**
 * Like `followLive`, from the moment there is something to see: resolves at the first piece. Throws the video's own error
 * where it ended before that. A video that waits long in the queue is begun all the same, so that its watcher learns its
 * id and does not give up: with a box that says nothing.
 */
export async function openLive(
  videoId: string,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<AsyncGenerator<Uint8Array>> {
  const stream = followLive(videoId, signal)
  const first = stream.next()
  // Whoever hangs up while it waits leaves nobody to hear of its end.
  first.catch(() => {})
  const waited = new AbortController()
  try {
    const late = sleep(patienceMs, null, { signal: waited.signal }).catch(() => null)
    await Promise.race([first, late])
  } catch (error) {
    throw error instanceof StreamCut ? await failureOf(videoId) : error
  } finally {
    waited.abort()
  }
  return resume(first, stream)
}

async function* resume(first: Promise<IteratorResult<Uint8Array>>, rest: AsyncGenerator<Uint8Array>) {
  try {
    const here = await Promise.race([first, Promise.resolve(null)])
    if (!here) yield NOTHING
    const piece = here ?? (await first)
    if (!piece.done) yield piece.value
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

async function failureOf(videoId: string): Promise<StudioError> {
  const video = await database().video.findUnique({ where: { id: videoId } })
  const type = video?.errorType ?? ''
  return new StudioError(
    isErrorType(type) ? type : 'render_failed',
    video?.errorMessage ?? 'The video was deleted while it was made.',
  )
}

/** Removes the pieces nobody waits for any more. */
export async function sweepLive(): Promise<void> {
  await database().videoFragment.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } })
}

async function firstAttempt(videoId: string): Promise<number | null> {
  const newest = await database().videoFragment.findFirst({
    where: { videoId },
    orderBy: { attempt: 'desc' },
    select: { attempt: true },
  })
  return newest?.attempt ?? null
}

function piecesFrom(videoId: string, attempt: number, index: number) {
  return database().videoFragment.findMany({
    where: { videoId, attempt, index: { gte: index } },
    orderBy: { index: 'asc' },
    select: { bytes: true },
    take: BATCH,
  })
}

async function* wholeFile(videoId: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of await storage().read(videoKey(videoId))) yield chunk
}

/** Resolves `next` at a notification about this video, after a while without one, or when aborted. */
function wakeUps(videoId: string, signal: AbortSignal): { next: () => Promise<void>; stop: () => void } {
  let notified = false
  let wakeUp = new AbortController()
  const stop = onNotification(CHANNEL, (payload) => {
    if (payload !== videoId) return
    notified = true
    wakeUp.abort()
  })
  return {
    stop,
    async next() {
      if (!notified) {
        const either = AbortSignal.any([wakeUp.signal, signal])
        await sleep(LOOK_EVERY_MS, undefined, { signal: either }).catch(() => {})
      }
      notified = false
      wakeUp = new AbortController()
    },
  }
}
