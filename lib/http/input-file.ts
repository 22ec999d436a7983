import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '@/lib/boson/errors'
import { MAX_INLINE_BYTES } from '@/lib/boson/limits'
import { env } from '@/lib/env'
import { temporaryDirectory } from '@/lib/storage/files'
import { fetchToFile } from './guarded-fetch'
import { tooLarge, type UploadedFile } from './multipart'

/** A file as a request may give it: uploaded, or as text: an http(s) URL, a data URI, bare base64. */
export type Source = UploadedFile | string

/** Files of a request in the temporary directory. Whoever makes one must `discard` it, whatever happens. */
export class InputFiles {
  private readonly taken: UploadedFile[]

  constructor(uploads: UploadedFile[] = []) {
    this.taken = [...uploads]
  }

  /**
   * The source as a file on disk.
   * @param param the request's field, for the sentence of a refusal.
   * @param maxBytes of an upload or what is fetched; inline it is at most 10 MB in any case.
   * @throws StudioError `invalid_url`, `payload_too_large`, `invalid_request`.
   */
  async receive(source: Source, param: string, maxBytes = MAX_INLINE_BYTES): Promise<UploadedFile> {
    if (typeof source !== 'string') {
      if (source.bytes > maxBytes) throw tooLarge(param, maxBytes)
      return source
    }
    await mkdir(temporaryDirectory(), { recursive: true })
    const file: UploadedFile = {
      path: path.join(temporaryDirectory(), `input-${randomUUID()}`),
      bytes: 0,
      sha256: '',
      filename: null,
    }
    this.taken.push(file)
    if (/^https?:/i.test(source.trim())) {
      const options = { param, maxBytes, allowPrivate: env.fetchPrivateAddresses }
      await fetchToFile(source.trim(), file.path, options)
    } else {
      await writeFile(file.path, decodeInline(source, param))
    }
    const hash = createHash('sha256')
    await pipeline(createReadStream(file.path), hash)
    return Object.assign(file, { bytes: (await stat(file.path)).size, sha256: hash.digest('hex') })
  }

  /** Removes whatever files nobody has moved. */
  async discard(): Promise<void> {
    await Promise.all(this.taken.map((file) => rm(file.path, { force: true })))
  }
}

/** What tells this source from another without fetching it: for fingerprints of requests. */
export function identityOf(source: Source | null | undefined): string | null {
  if (source === null || source === undefined) return null
  return typeof source === 'string' ? createHash('sha256').update(source).digest('hex') : source.sha256
}

function decodeInline(text: string, param: string): Buffer {
  const base64 = text.replace(/^data:[^,]*;base64,/i, '').replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(base64)) {
    throw new StudioError('invalid_request', `${param} is neither a URL, a data URI nor base64.`, { param })
  }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > MAX_INLINE_BYTES) throw tooLarge(param, MAX_INLINE_BYTES)
  return bytes
}
