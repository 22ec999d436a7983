import 'server-only'
import { open, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { piecesOf } from '@/lib/boson/body'
import { FragmentSplitter } from '@/lib/engine/encode/fragment-splitter'
import { log } from '@/lib/log'
import type { LiveSink } from '../provider'
import { temporaryFile } from './inputs'

/** A stream that falls silent for longer is given up; what was streamed is asked after as any other video. */
const LIMITS = { quietMs: 60_000, totalMs: 30 * 60_000 }

/** The live stream of a job on its way to whoever watches, and into a file. */
export type LiveRelay = {
  /** Path of the whole stream as a file once it has all come; null where it has not, or not yet. */
  whole: () => string | null
  /** Resolves when the stream has ended, however, or after `ms` milliseconds. */
  ended: (ms: number) => Promise<void>
  /** Stops what is still coming and removes the file. */
  discard: () => Promise<void>
}

/**
 * Reads a live stream in the background, piece by piece a player can take. One that breaks off anywhere, or is no MP4,
 * is only left there: `live` is ended where all of it came.
 */
export async function relayLive(
  body: ReadableStream<Uint8Array>,
  live: LiveSink,
  signal: AbortSignal,
): Promise<LiveRelay> {
  const file = await temporaryFile('.mp4')
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  signal.addEventListener('abort', stop)
  let whole = false
  const reading = copy(body, live, file, stopping.signal)
    .then(
      (all) => {
        whole = all
      },
      (error) => {
        if (!stopping.signal.aborted) log.warn({ err: error }, 'a live stream of the upstream broke off')
      },
    )
    .finally(() => signal.removeEventListener('abort', stop))
  return {
    whole: () => (whole ? file : null),
    ended: async (ms) => {
      const waiting = new AbortController()
      await Promise.race([reading, sleep(ms, undefined, { signal: waiting.signal }).catch(() => {})])
      waiting.abort()
    },
    discard: async () => {
      stop()
      await reading
      whole = false
      await rm(file, { force: true })
    },
  }
}

/** Whether all of the stream came. A watcher who cannot be reached any more does not keep it from the file. */
async function copy(
  body: ReadableStream<Uint8Array>,
  live: LiveSink,
  file: string,
  signal: AbortSignal,
): Promise<boolean> {
  const splitter = new FragmentSplitter()
  let pieces = 0
  let watched = true
  const handOn = async (hand: () => Promise<void>) => {
    if (!watched) return
    await hand().catch((error: unknown) => {
      watched = false
      log.warn({ err: error }, 'a live stream could not be handed on')
    })
  }
  const handle = await open(file, 'w')
  const take = async (piece: Uint8Array) => {
    if (pieces === 0 && !isMp4Head(piece)) throw new Error('the stream is no MP4')
    pieces += 1
    await handle.writeFile(piece)
    await handOn(() => live.write(piece))
  }
  try {
    for await (const bytes of piecesOf(body, LIMITS, signal))
      for (const piece of splitter.push(bytes)) await take(piece)
    const rest = splitter.rest()
    // A head without a picture is the beginning of a stream, not all of one.
    if (rest === null || pieces < 2) return false
    if (rest.byteLength > 0) await take(rest)
    await handOn(() => live.end())
    return true
  } finally {
    await handle.close()
  }
}

/** A studio whose queue is long begins with a `free` box, so that the head of its answer goes out. */
function isMp4Head(piece: Uint8Array): boolean {
  return ['ftyp', 'free'].includes(Buffer.from(piece.subarray(4, 8)).toString('latin1'))
}
