import { useCallback, useSyncExternalStore } from 'react'

const NONE: string[] = []
const listeners = new Set<() => void>()
const known = new Map<string, string[]>()

const key = (person: string) => `studio.voices.${person}`

function favouritesOf(person: string): string[] {
  const kept = known.get(person) ?? read(person)
  known.set(person, kept)
  return kept
}

function read(person: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((voice) => typeof voice === 'string') : NONE
  } catch {
    // Storage may be switched off or hold something foreign; favourites then live as long as the page.
    return NONE
  }
}

function toggle(person: string, voice: string): void {
  const before = favouritesOf(person)
  const after = before.includes(voice) ? before.filter((id) => id !== voice) : [...before, voice]
  known.set(person, after)
  try {
    localStorage.setItem(key(person), JSON.stringify(after))
  } catch {
    // See `read`.
  }
  for (const changed of listeners) changed()
}

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

/** The voices a person likes best, on this device. */
export function useFavourites(person: string) {
  const favourites = useSyncExternalStore(
    subscribe,
    () => favouritesOf(person),
    () => NONE,
  )
  return { favourites, toggle: useCallback((voice: string) => toggle(person, voice), [person]) }
}
