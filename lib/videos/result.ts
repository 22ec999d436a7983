import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import { StudioError } from '@/lib/boson/errors'
import type { Content } from '@/lib/provider/provider'
import { posterKey, recordKey, storage, videoKey } from '@/lib/storage/files'

export type Result = { seconds: number; width: number; height: number; bytes: number; sha256: string }

/** Measures a finished MP4 and moves it, with its poster and its record, into storage. */
export async function keepResult(id: string, { video, poster, record }: Content): Promise<Result> {
  const result = { ...(await measure(video)), ...(await fingerprint(video)) }
  await storage().putFile(videoKey(id), video, 'video/mp4')
  if (poster) await storage().putFile(posterKey(id), poster, 'image/jpeg')
  if (record) await storage().putFile(recordKey(id), record, 'application/json')
  return result
}

/** Duration in seconds and picture size in pixels, from the container alone: nothing is decoded. */
async function measure(file: string): Promise<Pick<Result, 'seconds' | 'width' | 'height'>> {
  const input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS })
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new Error('no video track')
    return { seconds: await input.computeDuration(), width: track.displayWidth, height: track.displayHeight }
  } catch (cause) {
    throw new StudioError(
      'render_failed',
      'The finished file is not a video that can be played. Try again.',
      { cause },
    )
  } finally {
    input.dispose()
  }
}

async function fingerprint(file: string): Promise<Pick<Result, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}
