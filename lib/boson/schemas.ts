import { z } from 'zod'
import { MAX_CUE_CHARACTERS, PROVIDERS, SIZES, VIDEO_STATUSES } from './limits'

export const sizeSchema = z.enum(SIZES)

/** What the render is doing now; shown to people in words. */
export const STAGES = ['waiting', 'speech', 'portrait', 'frames', 'finishing', 'upstream'] as const
export type Stage = (typeof STAGES)[number]

/** The contract's Video, all of it. */
export const videoSchema = z
  .object({
    id: z
      .string()
      .meta({ description: 'Video ID, e.g. `video_8a1f...`.', example: 'video_8a1f2c3d4e5f6a7b8c9d0e1f' }),
    object: z.literal('video').default('video'),
    model: z.string(),
    status: z.enum(VIDEO_STATUSES).meta({ description: 'Job status.' }),
    progress: z.number().int().min(0).max(100).meta({ description: 'Completion percentage (0–100).' }),
    size: z.string().meta({ description: 'Output size (WxH), e.g. `640x640`.' }),
    created_at: z.number().int().meta({ description: 'Unix timestamp (seconds).' }),
    error: z.string().nullable().meta({ description: 'Error message when `status` is `failed`.' }),
  })
  .meta({ description: 'A video generation job (the create / retrieve response).' })
export type Video = z.infer<typeof videoSchema>

/** When a word of a script is said, in seconds from the start of the sound. */
export const wordSchema = z.object({ word: z.string(), start: z.number(), end: z.number() })
export type Word = z.infer<typeof wordSchema>

/** A caption: what is shown from when to when, in seconds from the video's start. */
export const cueSchema = z.object({
  start: z.number().min(0),
  end: z.number().min(0),
  text: z
    .string()
    .trim()
    .min(1, 'A caption has no text. Write one, or leave the caption out.')
    .max(MAX_CUE_CHARACTERS, `Use at most ${MAX_CUE_CHARACTERS} characters for one caption.`),
})
export type Cue = z.infer<typeof cueSchema>

const share = z.number().min(0).max(1)
const side = z.number().min(0.01).max(1)

/** A part of a picture: left, top, width and height as shares of the upright picture's sides. */
export const cropSchema = z
  .strictObject({ x: share, y: share, width: side, height: side })
  // The last digits of a division are nobody's fault.
  .refine(({ x, width }) => x + width <= 1.000001, {
    path: ['width'],
    error: 'x and width reach beyond the picture',
  })
  .refine(({ y, height }) => y + height <= 1.000001, {
    path: ['height'],
    error: 'y and height reach beyond the picture',
  })
export type Crop = z.infer<typeof cropSchema>

/** A point in a picture, in shares of the upright picture's sides. */
export const pointSchema = z.strictObject({ x: share, y: share })
export type Point = z.infer<typeof pointSchema>

/** Which part of a portrait is shown, and which of its faces speaks; null leaves it to whoever makes the video. */
export const framingSchema = z.object({
  crop: cropSchema.nullable().default(null),
  face: pointSchema.nullable().default(null),
})
export type Framing = z.infer<typeof framingSchema>
export const UNFRAMED: Framing = { crop: null, face: null }

/** The contract's Video plus what a studio knows; every field beyond the contract is additive. */
export const studioVideoSchema = videoSchema
  .extend({
    title: z.string(),
    error_type: z.string().nullable().meta({
      description: 'Why it failed, for programs; `cancelled` where a person stopped it. Null otherwise.',
    }),
    stage: z.enum(STAGES).meta({ description: 'What is being done now.' }),
    seconds_left: z
      .number()
      .nullable()
      .meta({ description: 'Until it is done, as the studio estimates; null when unknown or over.' }),
    videos_before: z.number().int().nullable().optional().meta({
      description:
        'How many wait before this one while it is `queued`; null otherwise. Only where one video is asked for, not in lists.',
    }),
    notices: z.array(z.string()).meta({
      description: 'Plain sentences about the inputs, such as which of several faces was taken.',
    }),
    provider: z.enum(PROVIDERS).meta({ description: 'Who makes it.' }),
    crop: cropSchema.nullable().meta({ description: 'The part of the portrait that was asked for.' }),
    face: pointSchema.nullable().meta({ description: 'Where the face is that was asked for.' }),
    script: z.string().nullable().meta({ description: 'What is said; null for a recording.' }),
    voice: z.string().nullable().meta({ description: 'Who says it; null for a recording.' }),
    remixed_from_video_id: z
      .string()
      .nullable()
      .meta({ description: 'The video this one was made from by changing something.' }),
    version_of: z.string().nullable().meta({
      description:
        'The first of the versions that this is one of: all of them name the same. Null for that one itself.',
    }),
    versions: z.number().int().optional().meta({
      description: 'How many versions of it there are. Only in lists that put versions together.',
    }),
    tags: z.array(z.string()).meta({ description: 'What people find it by, beside its title.' }),
    folder: z.string().nullable().meta({ description: 'The folder it lies in.' }),
    seconds: z.number().nullable().meta({ description: 'Length of the finished video.' }),
    cost: z
      .object({ amount: z.number(), currency: z.string().meta({ description: 'ISO 4217.', example: 'USD' }) })
      .nullable()
      .meta({
        description:
          'What it cost, by the price the operator had set when it was finished; null where none was set, and for what this studio’s own engine makes.',
      }),
    width: z.number().int().nullable().meta({ description: 'In pixels, once it is finished.' }),
    height: z.number().int().nullable().meta({ description: 'In pixels, once it is finished.' }),
    bytes: z.number().int().nullable().meta({ description: 'Size of the MP4.' }),
    completed_at: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'When it ended, well or not. Unix timestamp (seconds).' }),
    deleted_at: z.number().int().nullable().meta({
      description: 'When it was put into the bin, which is emptied after 30 days. Unix timestamp (seconds).',
    }),
    created_by: z.string().meta({ description: 'Name of the person.' }),
    created_by_id: z.string(),
    words: z.array(wordSchema).nullable().optional().meta({
      description:
        'When each word of the script is said, in seconds; null where that is not known. Only where one video is asked for, not in lists.',
    }),
    captions: z.array(cueSchema).nullable().optional().meta({
      description:
        'Captions that somebody wrote in the place of those the script gives; null where nobody did. Only where one video is asked for, not in lists.',
    }),
  })
  .meta({ description: 'A video, with what the studio knows of it beyond the contract.' })
export type StudioVideo = z.infer<typeof studioVideoSchema>

/** What a version can have been asked for differently than the video it was made from. */
export const VERSION_CHANGES = [
  'portrait',
  'framing',
  'script',
  'recording',
  'voice',
  'size',
  'provider',
] as const

/** One of the versions of a video. */
export const versionSchema = studioVideoSchema.extend({
  changes: z.array(z.enum(VERSION_CHANGES)).nullable().meta({
    description:
      'What is different from the video it was made from; null for the first, and where that video is gone for good.',
  }),
})
export type Version = z.infer<typeof versionSchema>

export const versionListSchema = z.object({ object: z.literal('list'), data: z.array(versionSchema) })

/** A page of a list; the next one is asked for with `after`: `next_cursor`, or `last_id` while that video exists. */
export const videoListSchema = z.object({
  object: z.literal('list'),
  data: z.array(studioVideoSchema),
  has_more: z.boolean(),
  first_id: z.string().nullable(),
  last_id: z.string().nullable(),
  next_cursor: z.string().nullable(),
})
export type VideoList = z.infer<typeof videoListSchema>

export const deletedVideoSchema = z.object({
  id: z.string(),
  object: z.literal('video.deleted'),
  deleted: z.literal(true),
})

const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** What the engine found in a picture it can animate, in pixels of the upright picture. */
export const portraitReportSchema = z.object({
  width: z.number().int(),
  height: z.number().int(),
  faces: z.number().int().meta({ description: 'How many there are.' }),
  face: boxSchema.meta({ description: 'The one that is animated.' }),
  boxes: z.array(boxSchema).meta({
    description:
      'All of them, the largest first. The middle of one, in shares of the sides, is what `face` takes.',
  }),
  turned: z.boolean().meta({
    description:
      'Whether the picture is turned so that the face is upright. Boxes are then those of the turned picture.',
  }),
  notices: z.array(z.string()).meta({
    description: 'Plain sentences worth telling a person, such as which of several faces is animated.',
  }),
})
export type PortraitReport = z.infer<typeof portraitReportSchema>

/** Answer of `POST /v1/audio/speech` with `timestamps`. */
export const timedSpeechSchema = z.object({
  audio: z.string().meta({ description: 'The sound in the format asked for, in base64.' }),
  timestamps: z.array(wordSchema).nullable().meta({ description: 'Null where the times are not known.' }),
})

/** A custom voice, as `POST /v1/audio/voices` and `GET /v1/audio/voices/{voice}` answer. */
export const voiceSchema = z.object({
  voice: z.string().meta({ description: 'Name to speak with: `voice_` and the sha256 of the clip.' }),
  ref_text: z.string(),
  description: z.string().nullable(),
  created_at: z.number().int(),
})
export type Voice = z.infer<typeof voiceSchema>

export const voiceListSchema = z.object({
  object: z.literal('list'),
  data: z.array(voiceSchema.omit({ ref_text: true })),
})

export const deletedVoiceSchema = z.object({ voice: z.string(), deleted: z.literal(true) })

/** A voice of the studio or of whoever speaks for it, as `GET /v1/voices` answers. */
export const studioVoiceListSchema = z.object({
  object: z.literal('list'),
  data: z.array(
    z.object({
      id: z.string().meta({ description: 'What `voice` takes.' }),
      object: z.literal('voice'),
      name: z.string(),
      description: z.string(),
      language: z.string().meta({ description: 'BCP 47 code of the language it speaks, such as `en-US`.' }),
    }),
  ),
})

export const modelListSchema = z.object({
  object: z.literal('list'),
  data: z.array(
    z.object({
      id: z.string(),
      object: z.literal('model'),
      created: z.number().int(),
      owned_by: z.string(),
    }),
  ),
})
