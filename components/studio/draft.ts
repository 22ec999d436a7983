import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { sizeSchema } from '@/lib/boson/schemas'
import { forgetFiles } from './draft-files'

const KEY = 'studio.draft'

const draftSchema = z.object({
  mode: z.enum(['script', 'recording']).catch('script'),
  script: z.string().catch(''),
  voice: z.string().nullable().catch(null),
  size: sizeSchema.catch('640x640'),
  /** The video on the stage, running or finished. */
  current: z.string().nullable().catch(null),
})
/** What a person has typed and chosen in the studio; survives a reload. The files lie in `draft-files`. */
export type Draft = z.infer<typeof draftSchema>

const EMPTY: Draft = draftSchema.parse({})
const listeners = new Set<() => void>()
let draft: Draft | undefined

function read(): Draft {
  try {
    return draftSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'))
  } catch {
    // Storage may be switched off or hold something foreign; the draft then lives as long as the page.
    return EMPTY
  }
}

function currentDraft(): Draft {
  draft ??= read()
  return draft
}

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export function changeDraft(change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void {
  const before = currentDraft()
  draft = { ...before, ...(typeof change === 'function' ? change(before) : change) }
  try {
    localStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // See `read`.
  }
  for (const changed of listeners) changed()
}

export function useDraft(): Draft {
  return useSyncExternalStore(subscribe, currentDraft, () => EMPTY)
}

/** Leaves nothing of one person's work for the next who signs in on this machine. */
export async function forgetDraft(): Promise<void> {
  changeDraft(EMPTY)
  await forgetFiles()
}
