import { z } from 'zod'

export const MAX_COMMENTS = 500
export const MAX_TEXT = 500

/** Body of `POST /s/{token}/comments`. Without a text it says that somebody liked the moment. */
export const newCommentSchema = z.strictObject({
  /** What a visitor calls themselves; a member's own name takes its place. */
  name: z.string().trim().max(60, 'Use a name of at most 60 characters').default(''),
  text: z
    .string()
    .trim()
    .min(1, 'Write something')
    .max(MAX_TEXT, `Use at most ${MAX_TEXT} characters`)
    .nullable()
    .default(null),
  /** Seconds into the video. */
  at: z.number().min(0).max(3600),
})
export type NewComment = z.infer<typeof newCommentSchema>

export const commentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether a member of the studio wrote it, under their own name. */
  member: z.boolean(),
  text: z.string().nullable(),
  at: z.number(),
  created_at: z.number().int(),
})
export type Comment = z.infer<typeof commentSchema>

export const commentListSchema = z.object({
  data: z.array(commentSchema),
  /** Whether whoever asks may take comments away: members of the video's team. */
  moderates: z.boolean(),
  /** The name a member's comments carry; null for visitors, who say theirs. */
  signed_in_as: z.string().nullable(),
})
export type CommentList = z.infer<typeof commentListSchema>
