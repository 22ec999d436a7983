import 'server-only'
import { StudioError } from '@/lib/boson/errors'

/** With the flag `u`, a surrogate matches only where its other half is missing. */
const UNSTORABLE = /\0|\p{Surrogate}/u

/** PostgreSQL keeps no null character and no half of a surrogate pair. Throws `invalid_request` naming the field. */
export function requireStorable(text: string, param: string): void {
  if (!UNSTORABLE.test(text)) return
  throw new StudioError('invalid_request', 'A text contains a null character or half of a character.', {
    param,
  })
}

/** The same for an address: `not_found` where its path has such a character, `invalid_request` where its query has. */
export function requireStorableUrl(url: URL): void {
  if (url.pathname.includes('%00')) {
    throw new StudioError('not_found', 'There is nothing at an address with a null character.')
  }
  for (const [name, value] of url.searchParams) requireStorable(`${name}${value}`, name)
}
