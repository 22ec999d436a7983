import 'server-only'
import type { Pace } from '../provider'

/** A whole job takes about the speech and this (measured on the live API). */
const BASE_MS = 9_000

/** No key asks more often than about once a second for long. */
const SHORTEST_MS = 1_000
/** Between two looks at a job that is on its way, and at one that is overdue. */
const LONGEST_MS = 5_000
const LONGEST_OVERDUE_MS = 15_000
/** Shares of what is left, and of what a job is overdue by, until the next look. */
const OF_REST = 0.25
const OF_OVERDUE = 0.1
/** Below this a job's own pace says little. */
const TELLING_PROGRESS = 5

/** A queue upstream, a slow machine: still no reason to give up what may have been paid for. */
const DEADLINE_MS = 15 * 60_000

/**
 * Milliseconds until a job is looked at again: soon after its start, when most refusals come; then a quarter of the time
 * that is left by plan or by its own pace, whichever is less; and ever more seldom once it is overdue.
 */
export function pollMs({ elapsedMs, seconds, progress }: Pace): number {
  const byPlan = BASE_MS + seconds * 1000 - elapsedMs
  const byPace =
    progress < TELLING_PROGRESS ? byPlan : (elapsedMs * (100 - Math.min(100, progress))) / progress
  const wait = byPlan > 0 ? Math.min(byPlan, byPace) * OF_REST : -byPlan * OF_OVERDUE
  const longest = byPlan > 0 ? LONGEST_MS : LONGEST_OVERDUE_MS
  return Math.min(longest, SHORTEST_MS + elapsedMs / 2, Math.max(SHORTEST_MS, wait))
}

/** Longest a job of so many seconds of speech is waited for, in milliseconds. */
export function deadlineMs(seconds: number): number {
  return DEADLINE_MS + (BASE_MS + seconds * 1000) * 4
}
