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
