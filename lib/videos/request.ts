import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import {
  type CreateSpeech,
  createSpeechSchema,
  MAX_INLINE_BYTES,
  SIZES,
  type Size,
  sizeSchema,
  VIDEO_MODEL,
} from '@/lib/boson/schemas'
import { env } from '@/lib/env'
import { fetchToFile } from '@/lib/http/guarded-fetch'
import { readJson } from '@/lib/http/json-body'
import { type Form, readForm, tooLarge, type UploadedFile } from '@/lib/http/multipart'
import { temporaryDirectory } from '@/lib/storage/files'

/** A request to make a video, its files on disk in the temporary directory, nothing inspected yet. */
export type ParsedRequest = {
  model: string
  size: Size
  portrait: UploadedFile
  speech: { kind: 'script'; request: CreateSpeech } | { kind: 'recording'; file: UploadedFile }
  /** Removes whatever files nobody has moved. */
  cleanUp: () => Promise<void>
}

/** Base64 is 4/3 of the bytes; two inline files and some text. */
const MAX_JSON_BYTES = Math.ceil((MAX_INLINE_BYTES * 4 * 2) / 3) + 1024 * 1024

const jsonSchema = z.strictObject({
  model: z.string().default(VIDEO_MODEL),
  ref_image: z.string(),
  input: z.string().nullish(),
  input_tts: z.unknown(),
  size: z.string().default(SIZES[0]),
})

const formFieldsSchema = z.strictObject({
  model: z.string().default(VIDEO_MODEL),
  ref_image: z.string().optional(),
  input: z.string().optional(),
  input_tts: z.string().optional(),
  size: z.string().default(SIZES[0]),
})

/** Reads the body of `POST /v1/videos`, JSON or multipart, as the contract has it. */
export async function parseVideoRequest(request: Request): Promise<ParsedRequest> {
  const type = request.headers.get('content-type') ?? ''
  await mkdir(temporaryDirectory(), { recursive: true })
  return type.startsWith('multipart/form-data') ? parseForm(request) : parseJson(request)
}

async function parseForm(request: Request): Promise<ParsedRequest> {
  const form = await readForm(request, {
    directory: temporaryDirectory(),
    maxFileBytes: MAX_INLINE_BYTES,
    maxFieldBytes: 256 * 1024,
  })
  const taken: UploadedFile[] = Object.values(form.files)
  return collect(taken, async () => {
    const stranger = Object.keys(form.files).find((name) => name !== 'ref_image' && name !== 'input')
    if (stranger)
      throw new StudioError('invalid_request', `There is no file field named ${stranger}.`, {
        param: stranger,
      })
    const fields = formFieldsSchema.parse(form.fields)
    const speechText = fields.input_tts?.trim()
    return assemble(fields, taken, {
      portrait: form.files.ref_image ?? fields.ref_image,
      recording: emptyToNull(form, 'input') ?? fields.input,
      speech: speechText ? parseSpeechJson(speechText) : undefined,
    })
  })
}

/** Browsers send an empty file part for a file input nobody used. */
function emptyToNull(form: Form, name: string): UploadedFile | undefined {
  const file = form.files[name]
  return file && file.bytes === 0 && !file.filename ? undefined : file
}

async function parseJson(request: Request): Promise<ParsedRequest> {
  const body = jsonSchema.parse(await readJson(request, MAX_JSON_BYTES))
  const taken: UploadedFile[] = []
  return collect(taken, () =>
    assemble(body, taken, {
      portrait: body.ref_image,
      recording: body.input ?? undefined,
      speech: body.input_tts ?? undefined,
    }),
  )
}

type Inputs = { portrait?: string | UploadedFile; recording?: string | UploadedFile; speech: unknown }

async function assemble(
  { model, size }: { model: string; size: string },
  taken: UploadedFile[],
  inputs: Inputs,
): Promise<Omit<ParsedRequest, 'cleanUp'>> {
  if (model !== VIDEO_MODEL && model !== env.boson.videoModel) {
    throw new StudioError('model_not_found', `There is no model named ${model}. Use ${VIDEO_MODEL}.`, {
      param: 'model',
    })
  }
  const parsedSize = sizeSchema.safeParse(size)
  if (!parsedSize.success) {
    throw new StudioError('invalid_size', `The size ${size} cannot be made. Use ${SIZES.join(', ')}.`, {
      param: 'size',
    })
  }
  if (inputs.portrait === undefined) {
    throw new StudioError('invalid_request', 'ref_image is missing: send the portrait to animate.', {
      param: 'ref_image',
    })
  }
  if ((inputs.recording === undefined) === (inputs.speech === undefined)) {
    throw new StudioError(
      'invalid_request',
      inputs.speech === undefined
        ? 'There is nothing to say: send either a recording (input) or a script (input_tts).'
        : 'There are both a recording (input) and a script (input_tts): send only one of them.',
      { param: 'input' },
    )
  }
  const portrait = await toFile(inputs.portrait, 'ref_image', taken)
  if (inputs.recording === undefined) {
    return {
      model,
      size: parsedSize.data,
      portrait,
      speech: { kind: 'script', request: parseSpeech(inputs.speech) },
    }
  }
  const file = await toFile(inputs.recording, 'input', taken)
  return { model, size: parsedSize.data, portrait, speech: { kind: 'recording', file } }
}

function parseSpeechJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new StudioError('invalid_request', 'input_tts is not JSON: send {"input": "the words to say"}.', {
      param: 'input_tts',
    })
  }
}

function parseSpeech(value: unknown): CreateSpeech {
  const parsed = createSpeechSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.')
    throw new StudioError(
      'invalid_request',
      `input_tts does not fit${field ? ` at ${field}` : ''}: ${issue?.message}.`,
      {
        param: 'input_tts',
      },
    )
  }
  if (parsed.data.stream) {
    throw new StudioError(
      'invalid_request',
      'input_tts.stream is not supported in a video request. Leave it out.',
      {
        param: 'input_tts',
      },
    )
  }
  if (parsed.data.ref_audio) {
    throw new StudioError(
      'invalid_request',
      'input_tts.ref_audio is not supported here yet. Name a preset voice.',
      {
        param: 'input_tts',
      },
    )
  }
  return parsed.data
}

/** An upload as it is; a URL fetched; a data URI or bare base64 decoded. */
async function toFile(
  source: string | UploadedFile,
  param: string,
  taken: UploadedFile[],
): Promise<UploadedFile> {
  if (typeof source !== 'string') return source
  const file = path.join(temporaryDirectory(), `input-${randomUUID()}`)
  taken.push({ path: file, bytes: 0, sha256: '', filename: null })
  if (/^https?:/i.test(source)) {
    const options = { param, maxBytes: MAX_INLINE_BYTES, allowPrivate: env.fetchPrivateAddresses }
    await fetchToFile(source, file, options)
  } else {
    await writeFile(file, decodeInline(source, param))
  }
  const { size: bytes } = await stat(file)
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
  return { path: file, bytes, sha256, filename: null }
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

async function collect(
  taken: UploadedFile[],
  build: () => Promise<Omit<ParsedRequest, 'cleanUp'>>,
): Promise<ParsedRequest> {
  const cleanUp = async () => {
    await Promise.all(taken.map((file) => rm(file.path, { force: true })))
  }
  try {
    return { ...(await build()), cleanUp }
  } catch (error) {
    await cleanUp()
    throw error
  }
}
