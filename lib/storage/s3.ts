import 'server-only'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { ByteRange, Storage } from './storage'
import { streamToFile } from './stream-to-file'

export type S3Settings = {
  bucket: string
  endpoint?: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  forcePathStyle: boolean
}

/** Objects in one bucket. `temporary` is a local directory for copies the engine must open as files. */
export function createS3Storage(settings: S3Settings, temporary: string): Storage {
  const { bucket: Bucket, accessKeyId, secretAccessKey, ...rest } = settings
  const client = new S3Client({
    ...rest,
    credentials: { accessKeyId, secretAccessKey },
    // Checksums nobody asked for break S3 look-alikes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const read = async (key: string, range?: ByteRange) => {
    const Range = range && `bytes=${range.start}-${range.end}`
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, Range }))
    if (!(Body instanceof Readable)) throw new Error(`Nothing is stored under ${key}.`)
    return Body
  }
  return {
    async putFile(key, file, contentType) {
      const { size } = await stat(file)
      const Body = createReadStream(file)
      await client.send(
        new PutObjectCommand({ Bucket, Key: key, Body, ContentLength: size, ContentType: contentType }),
      )
      await rm(file, { force: true })
    },
    async size(key) {
      try {
        const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }))
        return head.ContentLength ?? null
      } catch (error) {
        if (error instanceof NotFound) return null
        throw error
      }
    },
    read,
    async localCopy(key) {
      await mkdir(temporary, { recursive: true })
      const file = path.join(temporary, `copy-${randomUUID()}`)
      await streamToFile(await read(key), file)
      return { path: file, release: () => rm(file, { force: true }) }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }))
    },
  }
}
