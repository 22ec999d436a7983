import { z } from 'zod'
import { pointSchema, sizeSchema } from '@/lib/boson/schemas'
import { withoutTags } from '@/lib/captions/phrases'
import type { draftWords } from '@/lib/words/drafts'

export const draftSchema = z.object({
  /** As the person called it; empty where they did not. */
  name: z.string().catch(''),
  /** When it was begun, in milliseconds. */
  begun: z.number().catch(0),
  /** Since when it is out of sight; it can be brought back until the studio is opened the next time. */
  deleted: z.number().nullable().catch(null),
  mode: z.enum(['script', 'recording']).catch('script'),
  script: z.string().catch(''),
  voice: z.string().nullable().catch(null),
  size: sizeSchema.catch('640x640'),
  /** Where the portrait is looked at, where somebody moved it. */
  view: z.object({ x: z.number(), y: z.number(), zoom: z.number() }).nullable().catch(null),
  /** Which of its faces speaks, where somebody chose one. */
  face: pointSchema.nullable().catch(null),
  /** The part of the recording that is used, in seconds, where somebody trimmed it. */
  trim: z.object({ from: z.number(), to: z.number() }).nullable().catch(null),
  /** The video on the stage, running or finished. */
  current: z.string().nullable().catch(null),
})
/** What a person has typed and chosen in the studio; survives a reload. The files lie in `draft-files`. */
export type Draft = z.infer<typeof draftSchema> & { id: string }

export function isDeleted({ deleted }: Pick<Draft, 'deleted'>): boolean {
  return deleted !== null
}

const LONGEST_NAME = 40

/** What a draft is called: its name, else how its script begins. */
export function nameOf(
  { name, script }: Pick<Draft, 'name' | 'script'>,
  { untitled }: (typeof draftWords)['en'],
): string {
  if (name) return name
  const words = withoutTags(script).replace(/\s+/g, ' ').trim()
  if (!words) return untitled
  return words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME).trimEnd()}…`
}
