import 'server-only'
import { rm } from 'node:fs/promises'
import {
  ALL_FORMATS,
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import { piecesOf } from '@/lib/boson/body'
import type { BosonClient } from '@/lib/boson/client'
import { StudioError } from '@/lib/boson/errors'
import { log } from '@/lib/log'
import { streamToFile } from '@/lib/storage/stream-to-file'
import { type MediaTools, temporaryFile } from './inputs'
import type { LiveRelay } from './live-relay'
import { isWholeMp4 } from './whole-mp4'

const LIMITS = { quietMs: 30_000, totalMs: 10 * 60_000 }
/** Of a download, where the whole live stream could stand in for it. */
const REPLACEABLE_PATIENCE_MS = 20_000
/** Of a live stream, after its video was finished, before it is left off. */
export const STREAM_GRACE_MS = 10_000
/** A picture is nice to have: the video does not wait for it. */
const POSTER_PATIENCE_MS = 5_000

export type Download = { client: BosonClient; id: string; signal: AbortSignal }

/** The MP4 the upstream keeps is the truth; where it is not to be had, its whole live stream stands in for it. */
export async function finishedVideo(download: Download, relay: LiveRelay | null): Promise<string> {
  try {
    return await downloadVideo(download, relay?.whole() ? REPLACEABLE_PATIENCE_MS : undefined)
  } catch (error) {
    download.signal.throwIfAborted()
    await relay?.ended(STREAM_GRACE_MS)
    const stream = relay?.whole()
    if (!stream) throw error
    log.warn({ err: error }, 'a finished video could not be downloaded: its live stream takes its place')
    return remux(stream)
  }
}

/** Downloads the finished MP4, again where it breaks off or comes in short. Returns the path of a temporary file. */
async function downloadVideo({ client, id, signal }: Download, patienceMs?: number): Promise<string> {
  const take = async (answer: Response) => {
    const file = await save(answer, '.mp4', signal)
    if (await isWholeMp4(file)) return file
    await rm(file, { force: true })
    throw new StudioError(
      'upstream_failed',
      'What the upstream sent as the finished video is not all of one.',
    )
  }
  try {
    return await client.videoContent(id, 'video', take, { signal, patienceMs, appears: true })
  } catch (error) {
    if (!(error instanceof StudioError) || error.type !== 'not_found') throw error
    throw new StudioError(
      'upstream_failed',
      'The upstream says that this video is finished, but does not hand it out. Look at your account there before you try again.',
    )
  }
}

/** A picture of the video: the upstream's where it keeps one, as another studio does; else its first frame; or none. */
export async function findPoster(
  { client, id, signal }: Download,
  tools: MediaTools,
  video: string,
): Promise<string | null> {
  const take = async (answer: Response) => {
    if (answer.headers.get('content-type') === 'image/jpeg') return save(answer, '.jpg', signal)
    await answer.body?.cancel()
    return null
  }
  const options = { signal, patienceMs: POSTER_PATIENCE_MS }
  const kept = await client.videoContent(id, 'poster', take, options).catch(() => null)
  signal.throwIfAborted()
  if (kept) return kept
  const file = await temporaryFile('.jpg')
  try {
    await tools.firstFrame(video, file)
    return file
  } catch (error) {
    await rm(file, { force: true })
    log.warn({ err: error }, 'a video of the upstream has no poster')
    return null
  }
}

/** Writes a whole live stream as an MP4 that starts fast and can be sought in; nothing is encoded again. */
async function remux(stream: string): Promise<string> {
  const file = await temporaryFile('.mp4')
  const input = new Input({ source: new FilePathSource(stream), formats: ALL_FORMATS })
  try {
    const output = new Output({
      format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
      target: new FilePathTarget(file),
    })
    const conversion = await Conversion.init({ input, output })
    await conversion.execute()
    return file
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    input.dispose()
  }
}

/** Streams a body into a temporary file. Half a file is removed and the error thrown on. */
async function save(answer: Response, extension: string, signal: AbortSignal): Promise<string> {
  const file = await temporaryFile(extension)
  await streamToFile(piecesOf(answer.body, LIMITS, signal), file)
  return file
}
