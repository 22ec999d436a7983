import 'server-only'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { env } from '@/lib/env'
import { createDiskStorage } from './disk'
import { createS3Storage } from './s3'

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

let chosen: Storage | undefined

/** The studio's storage: S3 where `S3_BUCKET` is set, else files under the data directory. */
export function storage(): Storage {
  chosen ??= env.s3
    ? createS3Storage(env.s3, temporaryDirectory())
    : createDiskStorage(path.join(env.dataDir, 'files'))
  return chosen
}

/** Where uploads and renders in progress live; on the same disk as the files, so that finishing is a rename. */
export function temporaryDirectory(): string {
  return path.join(env.dataDir, 'temporary')
}

export const assetKey = (sha256: string) => `assets/${sha256.slice(0, 2)}/${sha256}`
export const videoKey = (id: string) => `videos/${id}/video.mp4`
export const posterKey = (id: string) => `videos/${id}/poster.jpg`
