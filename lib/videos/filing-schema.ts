import { z } from 'zod'
import { MAX_AT_ONCE, MAX_TAGS } from '@/lib/boson/limits'
import { studioVideoSchema } from '@/lib/boson/schemas'

const MAX_CHARACTERS = 40

const label = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Give the ${what} a name.`)
    .max(MAX_CHARACTERS, `Use at most ${MAX_CHARACTERS} characters for a ${what}.`)
    .regex(/^\P{Cc}*$/u, `Use letters, digits and signs only in a ${what}.`)

const tagsSchema = z.array(label('tag')).max(MAX_TAGS, `Use at most ${MAX_TAGS} tags for a video.`)
const folderSchema = label('folder').nullable()

/** Body of `PATCH /v1/videos/{id}`. */
export const updateVideoSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1, 'Give the video a title.')
      .max(120, 'Use a title of at most 120 characters.')
      .optional(),
    tags: tagsSchema.optional().meta({ description: 'All its tags, in place of those it has.' }),
    folder: folderSchema.optional().meta({ description: 'The folder to put it into; null for none.' }),
  })
  .refine((change) => Object.keys(change).length > 0, 'Say what to change: title, tags or folder.')
export type UpdateVideo = z.infer<typeof updateVideoSchema>

/** Body of `PATCH /v1/videos`. */
export const updateVideosSchema = z
  .strictObject({
    ids: z
      .array(z.string())
      .min(1, 'Name at least one video.')
      .max(MAX_AT_ONCE, `Name at most ${MAX_AT_ONCE} videos at once.`)
      .meta({ description: 'Which videos. Those that do not exist are left out.' }),
    add_tags: tagsSchema.optional(),
    remove_tags: tagsSchema.optional(),
    folder: folderSchema.optional().meta({ description: 'The folder to put them into; null for none.' }),
    deleted: z.boolean().optional().meta({
      description: 'True puts them into the bin, false takes them out of it.',
    }),
  })
  .refine(
    (change) => Object.keys(change).length > 1,
    'Say what to change: add_tags, remove_tags, folder or deleted.',
  )
export type UpdateVideos = z.infer<typeof updateVideosSchema>

/** The videos as they are now, in no order. */
export const updatedVideosSchema = z.object({ object: z.literal('list'), data: z.array(studioVideoSchema) })

/** The tags of a team's videos, or their folders. */
export const labelListSchema = z.object({
  object: z.literal('list'),
  data: z.array(
    z.object({
      name: z.string(),
      videos: z.number().int().meta({ description: 'How many have it; those in the bin do not count.' }),
    }),
  ),
})
export type LabelList = z.infer<typeof labelListSchema>

/** Without those that repeat another in other letters' case. */
export function uniqueTags(tags: string[]): string[] {
  const lower = tags.map((tag) => tag.toLowerCase())
  return tags.filter((_, i) => lower.indexOf(lower[i]) === i)
}
