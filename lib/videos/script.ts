import { z } from 'zod'
import { type Word, wordSchema } from '@/lib/boson/schemas'

/** What of a speech request a video keeps: enough to speak it again. Its clip, if any, is an asset of its own. */
export const scriptSchema = z.object({
  input: z.string(),
  voice: z.string().default('default'),
  /** What is said in the clip whose voice to take. */
  ref_text: z.string().nullish(),
  /** What the team's dictionary said of its words when the video was asked for, so that a retry says the same. */
  pronunciations: z.array(z.object({ word: z.string(), saidAs: z.string() })).default([]),
})
export type Script = z.infer<typeof scriptSchema>

/** The script in a row's `speech`; null for a video of a recording. */
export function scriptOf(speech: unknown): Script | null {
  const parsed = scriptSchema.safeParse(speech)
  return parsed.success ? parsed.data : null
}

/** The times in a row's `words`; null where whoever spoke did not know them. */
export function wordsOf(words: unknown): Word[] | null {
  const parsed = z.array(wordSchema).safeParse(words)
  return parsed.success ? parsed.data : null
}
