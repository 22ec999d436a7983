import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { StudioError } from '@/lib/boson/errors'
import { streamToFile } from '@/lib/storage/stream-to-file'
import { readBody } from './body'
import { bodyKind } from './body-kind'
import { requireStorable } from './storable-text'

/** A file that came in whole; it lies in the temporary directory until somebody moves it. */
export type UploadedFile = { path: string; bytes: number; sha256: string; filename: string | null }

export type Form = { fields: Record<string, string>; files: Record<string, UploadedFile> }

export type FormLimits = { directory: string; maxFileBytes: number; maxFieldBytes: number }

const MAX_FILES = 4
const MAX_FIELDS = 16
/** A portrait, a recording or a clip of a voice, and some text: no request has more that is large. */
const LARGE_PARTS = 3
const SMALL_PARTS_BYTES = 1024 * 1024

/**
 * Streams a multipart body to disk, counting and hashing as it goes, and stops reading at the first fault. Whatever goes
 * wrong, the files already written are removed. Throws `payload_too_large` naming the field, `invalid_request` for a
 * torn body, a repeated field, too many of them, and text that cannot be stored.
 */
export async function readForm(request: Request, limits: FormLimits): Promise<Form> {
  bodyKind(request, 'form')
  await mkdir(limits.directory, { recursive: true })
  const parts = new Parts(limits)
  try {
    const parser = openParser(request, limits)
    parser.on('field', (name, value, info) => parts.addField(name, value, info.valueTruncated))
    parser.on('file', (name, stream, info) => parts.addFile(name, stream, info.filename || null))
    parser.on('filesLimit', () => parts.fail(tooManyParts()))
    parser.on('fieldsLimit', () => parts.fail(tooManyParts()))
    const maxBytes = LARGE_PARTS * Math.max(limits.maxFileBytes, limits.maxFieldBytes) + SMALL_PARTS_BYTES
    await pipeline(Readable.from(readBody(request, maxBytes)), parser, { signal: parts.stopped })
  } catch (error) {
    parts.fail(error instanceof StudioError ? error : torn(error))
  }
  return parts.finish()
}

export function tooLarge(field: string, maxBytes: number): StudioError {
  const limit = `${Math.round(maxBytes / 1024 / 1024)} MB`
  return new StudioError('payload_too_large', `${field} is larger than ${limit}. Send a smaller file.`, {
    param: field,
  })
}

/** What has come of a form so far. The first fault decides, and stops the reading. */
class Parts {
  private readonly fields = new Map<string, string>()
  private readonly files = new Map<string, UploadedFile>()
  private readonly spooled: UploadedFile[] = []
  private readonly writing: Promise<void>[] = []
  private readonly faults: unknown[] = []
  private readonly stop = new AbortController()
  readonly stopped = this.stop.signal

  constructor(private readonly limits: FormLimits) {}

  fail(fault: unknown): void {
    this.faults.push(fault)
    // Not at once: busboy does not bear being destroyed in the middle of telling what it has found.
    queueMicrotask(() => this.stop.abort())
  }

  addField(name: string, value: string, truncated: boolean): void {
    this.judge(() => {
      this.claim(name)
      requireStorable(value, name)
      if (truncated) throw tooLarge(name, this.limits.maxFieldBytes)
      this.fields.set(name, value)
    })
  }

  addFile(name: string, stream: Readable, filename: string | null): void {
    // Told of after the end of a form that broke off: nobody would remove it.
    if (this.faults.length > 0) {
      stream.resume()
      return
    }
    const file = {
      path: path.join(this.limits.directory, `upload-${randomUUID()}`),
      bytes: 0,
      sha256: '',
      filename,
    }
    this.spooled.push(file)
    this.judge(() => {
      this.claim(name)
      requireStorable(filename ?? '', name)
      this.files.set(name, file)
    })
    stream.on('limit', () => this.fail(tooLarge(name, this.limits.maxFileBytes)))
    this.writing.push(spool(stream, file, this.stopped).catch((fault) => this.fail(fault)))
  }

  /** The form, once every file is on disk. Throws the first fault, after all files are removed. */
  async finish(): Promise<Form> {
    await Promise.all(this.writing)
    if (this.faults.length === 0)
      return { fields: Object.fromEntries(this.fields), files: Object.fromEntries(this.files) }
    await Promise.all(this.spooled.map((file) => rm(file.path, { force: true })))
    throw this.faults[0]
  }

  private judge(part: () => void): void {
    try {
      part()
    } catch (fault) {
      this.fail(fault)
    }
  }

  private claim(name: string): void {
    requireStorable(name, 'body')
    if (!this.fields.has(name) && !this.files.has(name)) return
    throw new StudioError('invalid_request', `The field ${name} was sent twice.`, { param: name })
  }
}

function openParser(request: Request, limits: FormLimits): busboy.Busboy {
  return busboy({
    headers: Object.fromEntries(request.headers),
    // Browsers send file names as UTF-8 without saying so.
    defParamCharset: 'utf8',
    limits: {
      fileSize: limits.maxFileBytes,
      fieldSize: limits.maxFieldBytes,
      files: MAX_FILES,
      fields: MAX_FIELDS,
    },
  })
}

/** Writes a file part to disk, and its size and hash into `file`. */
async function spool(stream: Readable, file: UploadedFile, signal: AbortSignal): Promise<void> {
  const hash = createHash('sha256')
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      file.bytes += chunk.length
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await streamToFile(stream, file.path, { through: count, signal })
  } catch (error) {
    // The disk's own faults are not the sender's.
    throw error instanceof Error && 'syscall' in error ? error : torn(error)
  }
  file.sha256 = hash.digest('hex')
}

function torn(cause: unknown): StudioError {
  return new StudioError(
    'invalid_request',
    'The upload broke off or is not a well-formed form. Send it again.',
    { cause },
  )
}

function tooManyParts(): StudioError {
  return new StudioError(
    'invalid_request',
    `A form may have at most ${MAX_FILES} files and ${MAX_FIELDS} other fields.`,
  )
}
