import { z } from 'zod'

/** Words a team's dictionary may hold. */
export const MAX_PRONUNCIATIONS = 1000
/** Characters of a word, and of how it is said. */
export const LONGEST_WORD = 80
export const LONGEST_NOTE = 200

const wordSchema = z
  .string()
  .trim()
  .min(1, 'write the word')
  .max(LONGEST_WORD, `at most ${LONGEST_WORD} characters`)
  .meta({
    description:
      'The word or phrase as scripts have it. With capitals inside or all in capitals it is meant exactly so, otherwise in any case. It stands for its plural and possessive too.',
    example: 'Nguyen',
  })

const saidAsSchema = z
  .string()
  .trim()
  .min(1, 'write how it is said')
  .max(LONGEST_WORD, `at most ${LONGEST_WORD} characters`)
  .meta({
    description:
      'How it is said: plain words that sound like it, such as `win` or `shi-VAWN`, or its sounds in IPA between slashes, such as `/wˈɪn/`.',
    example: 'win',
  })

const noteSchema = z
  .string()
  .trim()
  .max(LONGEST_NOTE, `at most ${LONGEST_NOTE} characters`)
  .nullable()
  .transform((note) => note || null)
  .meta({ description: 'For the team; nothing reads it.' })

/** Body of `POST /v1/pronunciations`. */
export const createPronunciationSchema = z
  .strictObject({ word: wordSchema, said_as: saidAsSchema, note: noteSchema.optional() })
  .meta({ description: 'A new word of the dictionary.' })
export type CreatePronunciation = z.infer<typeof createPronunciationSchema>

/** Body of `PATCH /v1/pronunciations/{id}`: what is left out stays as it is. */
export const updatePronunciationSchema = z
  .strictObject({
    word: wordSchema.optional(),
    said_as: saidAsSchema.optional(),
    note: noteSchema.optional(),
  })
  .meta({ description: 'Changes to a word of the dictionary.' })
export type UpdatePronunciation = z.infer<typeof updatePronunciationSchema>

const unixTime = z.number().int().meta({ description: 'Unix time in seconds.' })

/** A word of the dictionary as the API shows it. */
export const pronunciationSchema = z
  .object({
    id: z.string(),
    object: z.literal('pronunciation'),
    word: z.string(),
    said_as: z.string().meta({ description: 'Plain words, or IPA between slashes.' }),
    note: z.string().nullable(),
    created_at: unixTime,
    updated_at: unixTime,
    created_by: z.string().meta({ description: 'The name of whoever added it.' }),
  })
  .meta({ description: 'How the team wants a word said.' })
export type PronunciationView = z.infer<typeof pronunciationSchema>

export const pronunciationListSchema = z
  .object({ object: z.literal('list'), data: z.array(pronunciationSchema) })
  .meta({ description: 'The pronunciation dictionary of a team, by word.' })

export const deletedPronunciationSchema = z
  .object({ id: z.string(), object: z.literal('pronunciation'), deleted: z.literal(true) })
  .meta({ description: 'A word that is read as any other again.' })
