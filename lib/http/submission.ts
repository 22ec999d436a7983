import 'server-only'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import { temporaryDirectory } from '@/lib/storage/files'
import { bodyKind } from './body-kind'
import { InputFiles } from './input-file'
import { parseJson, readJson } from './json-body'
import { readForm, type UploadedFile } from './multipart'

/** What a request hands in, the same whether it came as JSON or as a form. */
export type Submission = {
  /** The fields, unjudged. An upload stands among them by name only, so that one schema judges both kinds of request. */
  fields: unknown
  /** The uploads by field; a file may also come as text, within the fields. */
  uploads: Record<string, UploadedFile>
  /** Every file of it, to be discarded by whoever takes the submission. */
  files: InputFiles
}

export type SubmissionLimits = {
  /** Of a JSON body. Without it only a form is taken. */
  maxJsonBytes?: number
  /** Of an upload, and of a text field. */
  maxFileBytes: number
  maxFieldBytes: number
  /** Fields that a form sends as the text of a JSON object or list, each with an example for whoever gets it wrong. */
  objects?: Record<string, string>
  lists?: Record<string, string>
}

/**
 * Reads a body and has it interpreted; where that throws, the files are removed.
 * @throws StudioError `invalid_request`, `payload_too_large`, and whatever `interpret` throws.
 */
export async function readSubmission<T>(
  request: Request,
  limits: SubmissionLimits,
  interpret: (submission: Submission) => T,
): Promise<T> {
  const { maxJsonBytes } = limits
  if (maxJsonBytes !== undefined && bodyKind(request, 'json', 'form') === 'json') {
    return interpret({ fields: await readJson(request, maxJsonBytes), uploads: {}, files: new InputFiles() })
  }
  const form = await readForm(request, { directory: temporaryDirectory(), ...limits })
  const files = new InputFiles(Object.values(form.files))
  try {
    // Browsers send an empty file part for a file input nobody used.
    const used = Object.entries(form.files).filter(([, file]) => file.bytes > 0 || file.filename)
    const names = Object.fromEntries(used.map(([name]) => [name, 'upload']))
    const { objects = {}, lists = {} } = limits
    const fields = { ...withParsed(withParsed(form.fields, OBJECT, objects), LIST, lists), ...names }
    return interpret({ fields, uploads: Object.fromEntries(used), files })
  } catch (error) {
    await files.discard()
    throw error
  }
}

/** What the text of a field may be. */
type Kind = { name: string; schema: z.ZodType }
const OBJECT: Kind = { name: 'object', schema: z.looseObject({}) }
const LIST: Kind = { name: 'list', schema: z.array(z.unknown()) }

function withParsed(fields: Record<string, unknown>, kind: Kind, examples: Record<string, string>) {
  const read: Record<string, unknown> = { ...fields }
  for (const [name, example] of Object.entries(examples)) {
    const text = fields[name]
    if (typeof text === 'string' && text.trim()) read[name] = parseField(name, text, kind, example)
    else delete read[name]
  }
  return read
}

function parseField(param: string, text: string, { name, schema }: Kind, example: string): unknown {
  try {
    return schema.parse(parseJson(text))
  } catch (error) {
    if (error instanceof StudioError) throw error
    throw new StudioError('invalid_request', `${param} is not a JSON ${name}: send ${example}.`, { param })
  }
}
