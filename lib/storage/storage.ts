import 'server-only'
import type { Readable } from 'node:stream'

export type ByteRange = { start: number; end: number }

/**
 * Files by key (`assets/ab/abcd…`, `videos/video_…/video.mp4`). A key is written once and whole, or not at all:
 * nobody ever reads half a file.
 */
export interface Storage {
  /** Moves or uploads a finished local file under `key`; the local file is gone afterwards. */
  putFile(key: string, file: string, contentType: string): Promise<void>
  /** Size in bytes, or null where there is no such key. */
  size(key: string): Promise<number | null>
  /** The bytes, or those of an inclusive range. Throws when the key is missing. */
  read(key: string, range?: ByteRange): Promise<Readable>
  /** A path on this machine that holds the bytes; `release` when done with it. */
  localCopy(key: string): Promise<{ path: string; release: () => Promise<void> }>
  /** Missing keys are fine. */
  remove(key: string): Promise<void>
}
