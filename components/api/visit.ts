import { idempotencyKey } from './videos'

/** What a page leaves in its entry of the browser's history: only who comes back by it finds it. */
export type Visit = { visit: string; y: number }

/** A name for a stay at a page of lists. */
export function newVisit(): string {
  return idempotencyKey()
}

/** The stay somebody returns to, or null for whoever comes anew. */
export function visitReturnedTo(): Visit | null {
  const left: unknown = typeof window === 'undefined' ? null : window.history.state?.left
  return isVisit(left) ? left : null
}

/** Remembers where somebody was, before they leave. */
export function leaveBehind(left: Visit): void {
  window.history.replaceState({ ...window.history.state, left }, '')
}

function isVisit(left: unknown): left is Visit {
  return (
    typeof left === 'object' &&
    left !== null &&
    'visit' in left &&
    typeof left.visit === 'string' &&
    'y' in left &&
    typeof left.y === 'number'
  )
}
