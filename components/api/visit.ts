import { z } from 'zod'
import { idempotencyKey } from './videos'

/** What a page leaves in its entry of the browser's history: only who comes back by it finds it. */
const visitSchema = z.object({ visit: z.string(), y: z.number() })
const stateSchema = z.object({ left: visitSchema })
export type Visit = z.infer<typeof visitSchema>

/** A name for a stay at a page of lists. */
export function newVisit(): string {
  return idempotencyKey()
}

/** The stay somebody returns to, or null for whoever comes anew. */
export function visitReturnedTo(): Visit | null {
  const state = stateSchema.safeParse(typeof window === 'undefined' ? null : window.history.state)
  return state.success ? state.data.left : null
}

/** Remembers where somebody was, before they leave. */
export function leaveBehind(left: Visit): void {
  window.history.replaceState({ ...window.history.state, left }, '')
}
