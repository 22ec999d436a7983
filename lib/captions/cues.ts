import { z } from 'zod'
import { type Cue, cueSchema } from '@/lib/boson/schemas'
import { captionFaultWords } from '@/lib/words/caption-faults'

const MOST_CUES = 500
/** Shorter than this nobody can read anything, in seconds. */
export const SHORTEST_CUE = 0.1

/** The captions in a row's `captions`; null where nobody wrote any. */
export function cuesIn(captions: unknown): Cue[] | null {
  const parsed = z.array(cueSchema).safeParse(captions)
  return parsed.success ? parsed.data : null
}

export const putCaptionsSchema = z.strictObject({
  cues: z
    .array(cueSchema)
    .max(MOST_CUES, `Use at most ${MOST_CUES} captions.`)
    .meta({ description: 'In order, not overlapping, within the video.' }),
})

export const captionsSchema = z.object({
  object: z.literal('captions'),
  edited: z.boolean().meta({ description: 'Whether somebody wrote them; else they come from the script.' }),
  cues: z.array(cueSchema),
})
export type Captions = z.infer<typeof captionsSchema>

/** Two moments this near are the same. */
const TOLERANCE = 0.002

/** What is wrong with the times of cues in a film of `seconds`, as a sentence that says which; null where all is well. */
export function faultOf(
  cues: readonly Cue[],
  seconds: number,
  words = captionFaultWords.en,
): { index: number; sentence: string } | null {
  for (const [index, { start, end }] of cues.entries()) {
    const number = index + 1
    if (end - start < SHORTEST_CUE - TOLERANCE)
      return { index, sentence: words.tooShort(number, SHORTEST_CUE) }
    if (end > seconds + TOLERANCE) return { index, sentence: words.afterEnd(number, seconds) }
    if (index > 0 && start < cues[index - 1].end - TOLERANCE)
      return { index, sentence: words.overlaps(number) }
  }
  return null
}
