import { z } from 'zod'

/** The contract: shared with Boson, see the OpenAPI document of `POST /v1/videos`. */
export const SIZES = ['640x640', '640x480', '480x640'] as const
export const sizeSchema = z.enum(SIZES)
export type Size = z.infer<typeof sizeSchema>

export const VIDEO_MODEL = 'higgs-avatar'
export const SPEECH_MODEL = 'higgs-tts-3'
export const MAX_SCRIPT_CHARACTERS = 5000
export const MAX_AUDIO_SECONDS = 60
/** Inline images and audio, in bytes once decoded. */
export const MAX_INLINE_BYTES = 10 * 1024 * 1024

/** Body of `POST /v1/audio/speech`, nested in a video request as `input_tts`. */
export const createSpeechSchema = z.strictObject({
  input: z.string(),
  model: z.string().default(SPEECH_MODEL),
  voice: z.string().default('default'),
  response_format: z.enum(['mp3', 'opus', 'pcm', 'wav', 'aac', 'flac']).default('mp3'),
  stream: z.boolean().default(false),
  ref_audio: z.string().nullish(),
  ref_text: z.string().nullish(),
})
export type CreateSpeech = z.infer<typeof createSpeechSchema>

export const VIDEO_STATUSES = ['queued', 'in_progress', 'completed', 'failed'] as const

/** What the render is doing now; shown to people in words. */
export const STAGES = ['waiting', 'speech', 'portrait', 'frames', 'finishing', 'upstream'] as const
export type Stage = (typeof STAGES)[number]

/** The contract's Video, all of it. */
export const videoSchema = z.object({
  id: z.string(),
  object: z.literal('video').default('video'),
  model: z.string(),
  status: z.enum(VIDEO_STATUSES),
  progress: z.number().int().min(0).max(100),
  size: z.string(),
  created_at: z.number().int(),
  error: z.string().nullable(),
})
export type Video = z.infer<typeof videoSchema>

/** The contract's Video plus what a studio knows; every field beyond the contract is additive. */
export const studioVideoSchema = videoSchema.extend({
  title: z.string(),
  /** Set where `status` is `failed`; `cancelled` when a person stopped it. */
  error_type: z.string().nullable(),
  stage: z.enum(STAGES),
  /** Seconds until done by the studio's own estimate; null when unknown or over. */
  seconds_left: z.number().nullable(),
  /** Plain sentences about the inputs, such as which of several faces was taken. */
  notices: z.array(z.string()),
  provider: z.enum(['local', 'boson']),
  script: z.string().nullable(),
  voice: z.string().nullable(),
  seconds: z.number().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  completed_at: z.number().int().nullable(),
  created_by: z.string(),
})
export type StudioVideo = z.infer<typeof studioVideoSchema>
