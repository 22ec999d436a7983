import { z } from 'zod'
import { VIDEO_STATUSES } from '@/lib/boson/limits'
import { createSpeechSchema, createVideoSchema } from '@/lib/boson/requests'
import { sizeSchema } from '@/lib/boson/schemas'

/** Videos in one batch, at most. */
export const MAX_ROWS = 500
export const MAX_TITLE_CHARACTERS = 120

const { ref_image, crop, face, size } = createVideoSchema.shape
const { input, voice } = createSpeechSchema.shape
const title = z
  .string()
  .trim()
  .max(MAX_TITLE_CHARACTERS, `use at most ${MAX_TITLE_CHARACTERS} characters`)
  .optional()

export const batchLineSchema = z.strictObject({
  input: input.meta({ description: 'What is said. May contain inline tags.' }),
  title: title.meta({ description: 'The video’s title. Without one, how its script begins.' }),
  voice: voice.meta({ description: 'Who says it, where that is somebody else than in the other rows.' }),
})
export type BatchLine = z.infer<typeof batchLineSchema>

/** Body of `POST /v1/batches` in JSON. */
export const createBatchSchema = z
  .strictObject({
    ref_image,
    crop,
    face,
    size,
    voice: voice.meta({ default: 'default', description: 'Who speaks in rows that name no voice.' }),
    title: title.meta({ description: 'What to call the batch. Without one, how its first script begins.' }),
    rows: z
      .array(batchLineSchema)
      .min(1, 'it is empty')
      .max(MAX_ROWS, `it has more than ${MAX_ROWS} rows`)
      .meta({ description: 'One video each.' }),
  })
  .meta({ description: 'One portrait, and what it is to say in each of many videos.' })

/** Query of `GET /v1/batches`. */
export const listBatchesSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  after: z
    .string()
    .regex(/^batch_[0-9a-f]{24}$/, 'it is no id of a batch')
    .optional()
    .meta({ description: 'The last_id of the page before.' }),
})
export type ListBatches = z.infer<typeof listBatchesSchema>

/** What can become of a row: not made yet, what a video can be, or without one. */
export const ROW_STATES = ['waiting', ...VIDEO_STATUSES, 'cancelled', 'deleted'] as const
export type RowState = (typeof ROW_STATES)[number]

const count = z.number().int().min(0)
const unixTime = z.number().int().meta({ description: 'Unix timestamp (seconds).' })

export const batchSchema = z
  .object({
    id: z.string().meta({ example: 'batch_8a1f2c3d4e5f6a7b8c9d0e1f' }),
    object: z.literal('batch'),
    title: z.string(),
    size: sizeSchema,
    status: z.enum(['in_progress', 'ended']).meta({
      description: '`ended` once nothing of it waits or is being made.',
    }),
    counts: z
      .object({
        total: count,
        waiting: count,
        queued: count,
        in_progress: count,
        completed: count,
        failed: count,
        cancelled: count,
        deleted: count,
      })
      .meta({ description: 'How many rows there are, and how many in each state.' }),
    seconds_left: z.number().int().nullable().meta({
      description: 'Until all of it is made, as the studio estimates; null once it has ended.',
    }),
    created_at: unixTime,
    created_by: z.string().meta({ description: 'Name of the person.' }),
  })
  .meta({ description: 'Many videos of one portrait, asked for at once.' })
export type Batch = z.infer<typeof batchSchema>

export const batchRowSchema = z
  .object({
    row: z.number().int().min(1).meta({ description: 'Its place among the rows, from 1.' }),
    title: z.string(),
    input: z.string().meta({ description: 'What is said.' }),
    voice: z.string(),
    status: z.enum(ROW_STATES).meta({
      description:
        '`waiting` until its video is asked for, then that video’s; `cancelled` where somebody stopped it, `deleted` where its video was deleted.',
    }),
    progress: z.number().int().min(0).max(100),
    video_id: z.string().nullable().meta({ description: 'Its video, once there is one.' }),
    seconds: z.number().nullable().meta({ description: 'Length of the finished video.' }),
    error: z.string().nullable().meta({ description: 'Why it failed.' }),
  })
  .meta({ description: 'One video of a batch.' })
export type BatchRow = z.infer<typeof batchRowSchema>

export const batchDetailSchema = batchSchema
  .extend({ rows: z.array(batchRowSchema) })
  .meta({ description: 'A batch with its rows.' })
export type BatchDetail = z.infer<typeof batchDetailSchema>

export const batchListSchema = z
  .object({
    object: z.literal('list'),
    data: z.array(batchSchema),
    has_more: z.boolean(),
    last_id: z.string().nullable(),
  })
  .meta({ description: 'Batches of a team, newest first.' })
export type BatchList = z.infer<typeof batchListSchema>

export const deletedBatchSchema = z.object({
  id: z.string(),
  object: z.literal('batch.deleted'),
  deleted: z.literal(true),
})
