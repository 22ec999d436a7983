import { z } from 'zod'
import { cueSchema, STAGES, wordSchema } from '@/lib/boson/schemas'

/** What a link shows to whoever may see it: of the video only what its page needs. */
export const sharedVideoSchema = z.object({
  title: z.string(),
  shared_by: z.string(),
  shared_at: z.number().int(),
  status: z.enum(['queued', 'in_progress', 'completed', 'failed']),
  stage: z.enum(STAGES),
  progress: z.number(),
  seconds_left: z.number().nullable(),
  /** How many wait before it; null where it does not wait. */
  videos_before: z.number().nullable(),
  /** Its length; while it is made, as expected. */
  seconds: z.number(),
  /** Pixels: of the finished video, or of the one asked for. */
  width: z.number(),
  height: z.number(),
  script: z.string().nullable(),
  words: z.array(wordSchema).nullable(),
  captions: z.array(cueSchema).nullable(),
  downloads: z.boolean(),
  comments: z.boolean(),
})
export type SharedVideo = z.infer<typeof sharedVideoSchema>
