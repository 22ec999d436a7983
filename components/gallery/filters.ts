import type { ListQuery } from '@/components/api/videos'
import { PROVIDERS, SIZES, VIDEO_STATUSES } from '@/lib/boson/limits'

const HOUR = 60 * 60
const DAY = 24 * HOUR

/** How far back, in seconds. */
export const SPANS = { day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY } as const

export const FILTERS = ['q', 'who', 'when', 'tag', 'folder', 'status', 'size', 'engine'] as const
export type FilterName = (typeof FILTERS)[number]
/** What the gallery's address asks for. */
export type Filters = Partial<Record<FilterName, string>>

/** What may stand in an address; anything else there is passed over. */
const CHOICES: Partial<Record<FilterName, readonly string[]>> = {
  when: Object.keys(SPANS),
  size: SIZES,
  engine: PROVIDERS,
  status: VIDEO_STATUSES,
}
const MAX_SEARCH = 200

export function readFilters(address: URLSearchParams): Filters {
  const filters: Filters = {}
  for (const name of FILTERS) {
    const value = address.get(name)?.slice(0, MAX_SEARCH)
    const choices = CHOICES[name]
    if (value && (!choices || choices.includes(value))) filters[name] = value
  }
  return filters
}

/** The address of the gallery with these filters, and their name: the same filters have the same. */
export function addressOf(filters: Filters): string {
  const set = FILTERS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))
  return set.length > 0 ? `/gallery?${new URLSearchParams(set)}` : '/gallery'
}

/** What the filters mean at this moment (unix seconds), in the words of `GET /v1/videos`. */
export function queryOf(filters: Filters, now: number): ListQuery {
  const { q, who, tag, folder, status, size, engine } = filters
  const span = Object.entries(SPANS).find(([name]) => name === filters.when)?.[1]
  return {
    versions: 'together',
    ...(q && { q }),
    ...(who && { created_by: who }),
    ...(tag && { tag }),
    ...(folder && { folder }),
    ...(status && { status }),
    ...(size && { size }),
    ...(engine && { provider: engine }),
    ...(span && { created_after: String(Math.floor(now) - span) }),
  }
}
