import { useSyncExternalStore } from 'react'
import type { StudioVideo } from '@/lib/boson/schemas'

export type Deleted = Pick<StudioVideo, 'id' | 'title'>[]

const listeners = new Set<() => void>()
let lastDeleted: Deleted = []

/** Remembers what was just put into the bin, on whichever page, so that the next one can offer to undo it. */
export function rememberDeleted(videos: Deleted): void {
  lastDeleted = videos
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

const NOTHING: Deleted = []

export function useLastDeleted(): Deleted {
  return useSyncExternalStore(
    subscribe,
    () => lastDeleted,
    () => NOTHING,
  )
}
