import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { MAX_INLINE_BYTES, type Size } from '@/lib/boson/limits'
import { refusalOf } from '@/lib/boson/refusal'
import type { Framing } from '@/lib/boson/schemas'
import { type InputFiles, identityOf, type Source } from '@/lib/http/input-file'
import { readSubmission, type Submission, type SubmissionLimits } from '@/lib/http/submission'
import { type BatchLine, createBatchSchema } from './schema'

/** What a body of `POST /v1/batches` asks for; nothing fetched, decoded or inspected yet. */
export type BatchBody = {
  title: string | undefined
  size: Size
  voice: string | undefined
  portrait: Source
  framing: Framing
  rows: BatchLine[]
  files: InputFiles
  /** sha256 of all of it, hex: the same however a form was encoded. */
  fingerprint: string
}

/** Room for 500 scripts as people write them, and some. */
const MAX_ROWS_BYTES = 8 * 1024 * 1024

const LIMITS: SubmissionLimits = {
  maxJsonBytes: Math.ceil((MAX_INLINE_BYTES * 4) / 3) + MAX_ROWS_BYTES,
  maxFileBytes: MAX_INLINE_BYTES,
  maxFieldBytes: Math.ceil((MAX_INLINE_BYTES * 4) / 3),
  objects: {
    crop: '{"x": 0.1, "y": 0, "width": 0.8, "height": 0.8}',
    face: '{"x": 0.3, "y": 0.4}',
  },
  lists: { rows: '[{"title": "Ada", "input": "Hello Ada!"}]' },
}

/** Reads the body of `POST /v1/batches`, JSON or multipart, hands it on, and removes its files in the end. */
export async function withBatchBody<T>(request: Request, use: (body: BatchBody) => Promise<T>): Promise<T> {
  const body = await readSubmission(request, LIMITS, interpret)
  try {
    return await use(body)
  } finally {
    await body.files.discard()
  }
}

/** A refusal of what one row says, naming the row as people count. */
export function inRow(row: number, { type, message, code }: StudioError): StudioError {
  return new StudioError(type, `Row ${row}: ${message}`, { param: 'rows', code })
}

function interpret({ fields, uploads, files }: Submission): BatchBody {
  const parsed = createBatchSchema.safeParse(fields)
  if (!parsed.success) throw refusalOfBatch(parsed.error)
  const { ref_image, crop, face, size, voice, title, rows } = parsed.data
  const portrait = uploads.ref_image ?? ref_image
  const framing: Framing = { crop: crop ?? null, face: face ?? null }
  const asked = [title, size, voice, framing, identityOf(portrait), rows]
  const fingerprint = createHash('sha256').update(JSON.stringify(asked)).digest('hex')
  return { title, size, voice, portrait, framing, rows, files, fingerprint }
}

function refusalOfBatch(error: z.ZodError): StudioError {
  const [issue] = error.issues
  const [field, index, ...within] = issue?.path ?? []
  if (!issue || field !== 'rows' || typeof index !== 'number') return refusalOf(error)
  return inRow(index + 1, refusalOf(new z.ZodError([{ ...issue, path: within }])))
}
