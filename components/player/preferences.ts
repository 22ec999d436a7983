import { useSyncExternalStore } from 'react'

/** What a viewer chose in one player holds in the next, on this device. */
export type Preferences = {
  /** 0…1. */
  volume: number
  rate: number
  /** Null until somebody chose: captions then show while nothing can be heard. */
  captions: boolean | null
  /** Whether keys without Ctrl or Alt steer the player. */
  keys: boolean
}

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]

const STORED_AS = 'player'
const DEFAULTS: Preferences = { volume: 1, rate: 1, captions: null, keys: true }

let known: Preferences | null = null
const listeners = new Set<() => void>()

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences, () => DEFAULTS)
}

export function changePreferences(change: Partial<Preferences>): void {
  known = { ...preferences(), ...change }
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(known))
  } catch {
    // Without storage, as in some frames of other sites, they hold until the page is left.
  }
  for (const tell of listeners) tell()
}

function preferences(): Preferences {
  known ??= readPreferences(stored())
  return known
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED_AS)
  } catch {
    return null
  }
}

/** Written by hand, since a schema library would double the share page’s code. What makes no sense is left out. */
export function readPreferences(text: string | null): Preferences {
  const { volume, rate, captions, keys } = parsed(text)
  return {
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : DEFAULTS.volume,
    rate: RATES.find((each) => each === rate) ?? DEFAULTS.rate,
    captions: typeof captions === 'boolean' ? captions : DEFAULTS.captions,
    keys: typeof keys === 'boolean' ? keys : DEFAULTS.keys,
  }
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return value && typeof value === 'object' ? { ...value } : {}
  } catch {
    return {}
  }
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
