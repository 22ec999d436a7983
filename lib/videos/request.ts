import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { StudioError } from '@/lib/boson/errors'
import {
  MAX_INLINE_BYTES,
  MAX_RECORDING_BYTES,
  type Size,
  SPEECH_MODEL,
  VIDEO_MODEL,
} from '@/lib/boson/limits'
import { refusalOf } from '@/lib/boson/refusal'
import { type CreateSpeech, createVideoSchema, remixVideoSchema } from '@/lib/boson/requests'
import type { Crop, Point } from '@/lib/boson/schemas'
import { env } from '@/lib/env'
import { type InputFiles, identityOf, type Source } from '@/lib/http/input-file'
import { readSubmission, type Submission, type SubmissionLimits } from '@/lib/http/submission'
import type { ProviderName } from './estimate'

/** What a body of `POST /v1/videos` or of a remix asks for; nothing fetched, decoded or inspected yet. */
export type VideoBody = {
  /** Absent in a remix where they stay as they were; so are the inputs. */
  model?: string
  size?: Size
  provider?: ProviderName
  /** Null for none, where a remix takes one away. */
  crop?: Crop | null
  face?: Point | null
  portrait?: Source
  recording?: Source
  speech?: CreateSpeech
  /** The video it is to be another version of. Never in a remix, which is one of its original. */
  versionOf?: string
  files: InputFiles
  /** sha256 of all of it, hex: the same however a form was encoded. */
  fingerprint: string
}

/** Base64 is 4/3 of the bytes; an image, a recording or clip, and some text. */
const MAX_JSON_BYTES = Math.ceil((MAX_INLINE_BYTES * 4 * 2) / 3) + 1024 * 1024
/** Of a text field of a form: `input_tts` may hold a clip in base64. */
const MAX_FIELD_BYTES = Math.ceil((MAX_INLINE_BYTES * 4) / 3) + 256 * 1024

/** Reads the body of `POST /v1/videos`, JSON or multipart, as the contract has it. */
export function readVideoBody(request: Request): Promise<VideoBody> {
  return readSubmission(request, LIMITS, (submission) => {
    const body = interpret(submission, createVideoSchema)
    if (body.speech === undefined && body.recording === undefined) {
      throw new StudioError(
        'invalid_request',
        'There is nothing to say: send either a recording (input) or a script (input_tts).',
        { param: 'input' },
      )
    }
    return body
  })
}

/** Reads the body of a remix: any of the same fields. */
export function readRemixBody(request: Request): Promise<VideoBody> {
  return readSubmission(request, LIMITS, (submission) => interpret(submission, remixVideoSchema))
}

/** Reads a body, hands it on, and removes whatever files of it nobody has moved. */
export async function withVideoBody<T>(
  request: Request,
  read: (request: Request) => Promise<VideoBody>,
  use: (body: VideoBody) => Promise<T>,
): Promise<T> {
  const body = await read(request)
  try {
    return await use(body)
  } finally {
    await body.files.discard()
  }
}

type BodySchema = typeof createVideoSchema | typeof remixVideoSchema

const LIMITS: SubmissionLimits = {
  maxJsonBytes: MAX_JSON_BYTES,
  maxFileBytes: MAX_RECORDING_BYTES,
  maxFieldBytes: MAX_FIELD_BYTES,
  objects: {
    input_tts: '{"input": "the words to say"}',
    crop: '{"x": 0.1, "y": 0, "width": 0.8, "height": 0.8}',
    face: '{"x": 0.3, "y": 0.4}',
  },
}

function interpret({ fields, uploads, files }: Submission, schema: BodySchema): VideoBody {
  const parsed = schema.safeParse(fields)
  if (!parsed.success) throw refusalOf(parsed.error)
  // A remix asks for the same, but may leave out anything.
  const all: Partial<z.infer<typeof createVideoSchema>> = parsed.data
  const { model, size, crop, face, ref_image, input, input_tts, provider, version_of: versionOf } = all
  requireModel(model, [VIDEO_MODEL, env.boson.videoModel], 'model')
  const speech = input_tts ?? undefined
  if (speech) requireSpeech(speech)
  const portrait = uploads.ref_image ?? ref_image
  const recording = uploads.input ?? input ?? undefined
  if (speech !== undefined && recording !== undefined) throw bothKinds()
  const asked = [
    model,
    size,
    crop,
    face,
    identityOf(portrait),
    identityOf(recording),
    speech,
    provider,
    versionOf,
  ]
  const fingerprint = createHash('sha256').update(JSON.stringify(asked)).digest('hex')
  return { model, size, provider, crop, face, portrait, recording, speech, versionOf, files, fingerprint }
}

function requireSpeech(speech: CreateSpeech): void {
  requireModel(speech.model, [SPEECH_MODEL, env.boson.speechModel], 'input_tts')
  if (!speech.stream) return
  throw new StudioError(
    'invalid_request',
    'input_tts.stream is not supported in a video request. Leave it out.',
    { param: 'input_tts' },
  )
}

/** Throws `model_not_found` for a model nobody knows; `undefined` is fine. */
export function requireModel(model: string | undefined, known: string[], param: string): void {
  if (model === undefined || known.includes(model)) return
  throw new StudioError('model_not_found', `There is no model named ${model}. Use ${known[0]}.`, { param })
}

function bothKinds(): StudioError {
  return new StudioError(
    'invalid_request',
    'There are both a recording (input) and a script (input_tts): send only one of them.',
    { param: 'input' },
  )
}
