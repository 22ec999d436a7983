import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import busboy from 'busboy'
import { StudioError } from '@/lib/boson/errors'

/** A file that came in whole; it lies in the temporary directory until somebody moves it. */
export type UploadedFile = { path: string; bytes: number; sha256: string; filename: string | null }

export type Form = { fields: Record<string, string>; files: Record<string, UploadedFile> }

export type FormLimits = { directory: string; maxFileBytes: number; maxFieldBytes: number }

/**
 * Streams a multipart body to disk, counting and hashing as it goes. Whatever goes wrong, the files already written
 * are removed. Throws `payload_too_large` naming the field, `invalid_request` for a torn body or a repeated field.
 */
export async function readForm(request: Request, limits: FormLimits): Promise<Form> {
  if (!request.body) throw new StudioError('invalid_request', 'The request has no body.')
  await mkdir(limits.directory, { recursive: true })
  const form: Form = { fields: {}, files: {} }
  const writes: Promise<void>[] = []
  let fault: unknown
  const claim = (name: string, taken: Set<string>) => {
    if (taken.has(name))
      fault ??= new StudioError('invalid_request', `The field ${name} was sent twice.`, { param: name })
    taken.add(name)
  }
  const names = new Set<string>()
  try {
    const parser = openParser(request, limits)
    parser.on('field', (name, value, info) => {
      claim(name, names)
      if (info.valueTruncated)
        fault ??= new StudioError('payload_too_large', `${name} is too long.`, { param: name })
      form.fields[name] = value
    })
    parser.on('file', (name, stream, info) => {
      claim(name, names)
      const writing = spool(stream, limits.directory, info.filename || null).then(
        (file) => {
          form.files[name] = file
          if (stream.truncated) fault ??= tooLarge(name, limits.maxFileBytes)
        },
        (error) => {
          fault ??= error
        },
      )
      writes.push(writing)
    })
    await pipeline(Readable.fromWeb(webStream(request.body)), parser)
  } catch (error) {
    fault ??= new StudioError(
      'invalid_request',
      'The upload broke off or is not a well-formed form. Send it again.',
      {
        cause: error,
      },
    )
  }
  await Promise.all(writes)
  if (fault) {
    await discard(form)
    throw fault
  }
  return form
}

/** Removes the files of a form that nobody has moved. */
export async function discard(form: Form): Promise<void> {
  await Promise.all(Object.values(form.files).map((file) => rm(file.path, { force: true })))
}

export function tooLarge(field: string, maxBytes: number): StudioError {
  const limit = `${Math.round(maxBytes / 1024 / 1024)} MB`
  return new StudioError('payload_too_large', `${field} is larger than ${limit}. Send a smaller file.`, {
    param: field,
  })
}

function openParser(request: Request, limits: FormLimits): busboy.Busboy {
  const headers = Object.fromEntries(request.headers)
  return busboy({
    headers,
    limits: { fileSize: limits.maxFileBytes, fieldSize: limits.maxFieldBytes, files: 4, fields: 16 },
  })
}

async function spool(stream: Readable, directory: string, filename: string | null): Promise<UploadedFile> {
  const file = path.join(directory, `upload-${randomUUID()}`)
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(stream, count, createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  return { path: file, bytes, sha256: hash.digest('hex'), filename }
}

/** The DOM's and Node's stream types describe the same object. */
function webStream(body: ReadableStream<Uint8Array>): NodeReadableStream {
  return body as NodeReadableStream
}
