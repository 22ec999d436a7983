import 'server-only'
import path from 'node:path'
import { env } from '@/lib/env'
import { createDiskStorage } from './disk'
import { createS3Storage } from './s3'
import type { Storage } from './storage'

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
export const thumbnailKey = (id: string) => `videos/${id}/thumbnail.jpg`
export const soundKey = (id: string) => `videos/${id}/sound.m4a`
export const previewsKey = (id: string) => `videos/${id}/previews.jpg`
/** What the film says and does, for making part of it again. */
export const recordKey = (id: string) => `videos/${id}/record.json`
export const gifKey = (id: string) => `videos/${id}/video.gif`

/** With captions in its pictures; `words` tells which. */
export const captionedKey = (id: string, words: string) => `videos/${id}/captioned-${words}.mp4`

/** Everything a finished video may have in storage. */
export const resultKeys = (id: string) =>
  [videoKey, posterKey, thumbnailKey, soundKey, previewsKey, gifKey, recordKey].map((key) => key(id))
