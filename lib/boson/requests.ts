import { z } from 'zod'
import { createPronunciationSchema } from '@/lib/pronunciations/schema'
import {
  MAX_SCRIPT_CHARACTERS,
  PROVIDERS,
  SIZES,
  SPEECH_FORMATS,
  SPEECH_MODEL,
  VIDEO_MODEL,
  VIDEO_STATUSES,
} from './limits'
import { cropSchema, pointSchema, sizeSchema } from './schemas'

/**
 * Bodies of requests, as the contract has them: the OpenAPI document is made from these schemas, and they validate.
 * Which error a misfit becomes is decided in `refusal.ts`.
 */

/** JSON Schema counts characters, JavaScript UTF-16 units: an emoji is one of the first. */
export const scriptSchema = z
  .string()
  .refine((text) => text.length > 0, { params: { type: 'empty_input' }, error: 'it is empty' })
  .refine((text) => [...text].length <= MAX_SCRIPT_CHARACTERS, {
    params: { type: 'input_too_long' },
    error: `it has more than ${MAX_SCRIPT_CHARACTERS} characters`,
  })
  .meta({
    minLength: 1,
    maxLength: MAX_SCRIPT_CHARACTERS,
    description:
      'Text to convert to speech. May contain inline tags. Inputs longer than 5000 characters return a 400 `input_too_long`.',
    example: 'Hello, this is a test.',
  })

const speechFields = {
  input: scriptSchema,
  // Any text, so that an unknown model is answered 404 and an operator's own alias passes.
  model: z
    .string()
    .default(SPEECH_MODEL)
    .meta({
      enum: [SPEECH_MODEL],
      description: 'TTS model ID / public alias. Resolved to the served model server-side.',
    }),
  // Optional, not defaulted: an explicit voice excludes `ref_audio`.
  voice: z.string().optional().meta({
    default: 'default',
    description:
      'Preset voice name or custom voice ID. Mutually exclusive with `ref_audio` / `ref_text` when explicitly provided.',
  }),
  response_format: z
    .enum(SPEECH_FORMATS)
    .default('mp3')
    .meta({ description: 'Output audio format. Streaming requires `pcm`.' }),
  stream: z.boolean().default(false).meta({
    description:
      'If true, stream raw PCM chunks as they are decoded. Requires `response_format` to be `pcm`. Speed adjustment is not supported when streaming.',
  }),
  ref_audio: z.string().nullable().optional().meta({
    description:
      'Inline reference audio for one-off cloning: an http(s) URL, data URI, or base64-encoded raw audio bytes. Supported formats: AAC, WAV, MP3, FLAC, OPUS. Inline (base64 / data-URI) payloads: max 10 MB.',
  }),
  ref_text: z.string().nullable().optional().meta({ description: 'Recommended transcript of `ref_audio`.' }),
}

const excludesReference = {
  check: (speech: { voice?: string; ref_audio?: string | null; ref_text?: string | null }) =>
    speech.voice === undefined || (speech.ref_audio ?? speech.ref_text ?? null) === null,
  fault: { path: ['voice'], error: 'it cannot be sent together with ref_audio or ref_text' },
}

/** The contract's `CreateSpeechRequest`: nested in a video request as `input_tts`. */
export const createSpeechSchema = z
  .strictObject(speechFields)
  .refine(excludesReference.check, excludesReference.fault)
export type CreateSpeech = z.infer<typeof createSpeechSchema>

const provider = z.enum(PROVIDERS).optional().meta({
  description:
    'Who makes it: `local` is this studio’s own engine, `boson` needs a key of the studio’s operator. Without it, whom the studio usually has. An addition of the studio.',
  example: 'local',
})

/** Body of `POST /v1/audio/speech`: the contract's speech request, word times on request, and pronunciations. */
export const speechRequestSchema = z
  .strictObject({
    ...speechFields,
    provider,
    timestamps: z.boolean().default(false).meta({
      description:
        'If true, answer JSON with the audio in base64 and the time of each word, where it is known. Not together with `stream`.',
    }),
    pronunciations: z
      .array(createPronunciationSchema.omit({ note: true }))
      .max(100)
      .default([])
      .meta({ description: 'How words are said this time, before what the team’s dictionary says of them.' }),
  })
  .refine(excludesReference.check, excludesReference.fault)
  .refine(({ stream, response_format }) => !stream || response_format === 'pcm', {
    path: ['stream'],
    error: 'only response_format pcm can be streamed',
  })
  .refine(({ stream, timestamps }) => !(stream && timestamps), {
    path: ['timestamps'],
    error: 'a stream carries no word times; ask for one of the two',
  })

const videoFields = {
  model: z.string().meta({ enum: [VIDEO_MODEL], description: 'Avatar model ID / public alias.' }),
  ref_image: z.string().meta({
    description:
      'Reference image (the face to animate): an http(s) URL, data URI, or base64-encoded raw image bytes. Supported formats: PNG, JPEG, WEBP. Inline (base64 / data-URI) payloads: max 10 MB.',
  }),
  input: z.string().nullable().optional().meta({
    description:
      'Audio-to-video: the driving speech audio as an http(s) URL, data URI, or base64-encoded raw audio bytes. Supported formats: AAC, WAV, MP3, FLAC, OPUS. Max duration: 60 s (it sets the output video length). Provide exactly one of `input` / `input_tts`.',
  }),
  input_tts: createSpeechSchema.nullable().optional().meta({
    description:
      'Text-to-video: a speech request (the same body as `POST /v1/audio/speech`). The gateway synthesizes the voice and the avatar lip-syncs to it. The nested `stream` field is not supported. Provide exactly one of `input` / `input_tts`.',
  }),
  size: z.enum(SIZES).meta({
    description: 'Output video size (WxH): square `640x640`, landscape `640x480`, or portrait `480x640`.',
  }),
  crop: cropSchema
    .nullable()
    .optional()
    .meta({
      description:
        'The part of `ref_image` to show, in shares of the upright picture, 0…1. It is trimmed to the video’s shape about the face and never enlarged; the whole face must be inside. An addition of the studio.',
      example: { x: 0.1, y: 0, width: 0.8, height: 0.8 },
    }),
  face: pointSchema
    .nullable()
    .optional()
    .meta({
      description:
        'Which of several faces speaks: the one nearest to this point, in shares of the upright picture, 0…1. The largest where it is left out. An addition of the studio.',
      example: { x: 0.3, y: 0.4 },
    }),
}

/** The contract's `CreateVideoRequest`, in JSON. */
export const createVideoSchema = z
  .strictObject({
    ...videoFields,
    model: videoFields.model.default(VIDEO_MODEL),
    size: videoFields.size.default(SIZES[0]),
    provider,
    version_of: z
      .string()
      .regex(/^video_[0-9a-f]{24}$/, 'it is no id of a video')
      .optional()
      .meta({
        description:
          'The video this is another version of: lists can show both as one. It may have been deleted since. An addition of the studio.',
        example: 'video_8a1f2c3d4e5f6a7b8c9d0e1f',
      }),
  })
  .meta({
    description:
      'Provide a `ref_image` plus exactly one driving input: `input` (audio-to-video) or `input_tts` (text-to-video).',
  })

/** Body of `POST /v1/videos/{id}/remix` in JSON. Without the defaults: what is left out stays as it was. */
export const remixVideoSchema = z
  .strictObject({ ...videoFields, provider })
  .partial()
  .meta({
    description:
      'What is to be different from the video this is made from. What is left out stays as it was.',
  })

/** Body of `POST /v1/audio/voices` in JSON. */
export const createVoiceSchema = z.strictObject({
  ref_audio: z.string().meta({
    description:
      'The clip: an http(s) URL, data URI, or base64-encoded raw audio bytes. At least 3.0 s of speech, at most 10 MB.',
  }),
  ref_text: z.string().meta({ description: 'What is said in the clip.' }),
  description: z.string().max(200).nullable().optional().meta({ description: 'A name for people.' }),
})

const unixTime = z.coerce.number().int().min(0).max(10_000_000_000)

/** Query of `GET /v1/videos`. */
export const listVideosSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  order: z.enum(['asc', 'desc']).default('desc').meta({ description: 'By time of creation.' }),
  after: z.string().optional().meta({
    description: "The page before's `next_cursor`, or the id of its last video.",
  }),
  status: z.enum(VIDEO_STATUSES).optional(),
  created_by: z.string().optional().meta({ description: "`me`, a person's id or e-mail address." }),
  q: z.string().min(1).max(200).optional().meta({ description: 'Text in the title or the script.' }),
  size: sizeSchema.optional(),
  provider: z.enum(PROVIDERS).optional().meta({ description: 'Who makes it.' }),
  tag: z.string().optional().meta({ description: 'One of its tags.' }),
  folder: z.string().optional().meta({ description: 'The folder it lies in.' }),
  created_after: unixTime.optional().meta({ description: 'At or after this Unix time, in seconds.' }),
  created_before: unixTime.optional().meta({ description: 'Before this Unix time, in seconds.' }),
  deleted: z.enum(['true', 'false']).default('false').meta({ description: '`true` lists the bin.' }),
  versions: z.enum(['apart', 'together']).default('apart').meta({
    description:
      '`together` lists one of each video’s versions, of those that pass the filters: the newest that is finished, else the newest.',
  }),
})

/** Query of `DELETE /v1/videos/{id}`. */
export const deleteVideoSchema = z.strictObject({
  permanently: z.enum(['true', 'false']).default('false').meta({
    description: '`true` removes it at once, also from the bin; there is no way back.',
  }),
})
export type ListVideos = z.infer<typeof listVideosSchema>
