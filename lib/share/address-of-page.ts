import 'server-only'
import { cache } from 'react'

/** One a request. */
const address = cache((): { token: string | null } => ({ token: null }))

export function rememberAddress(token: string): void {
  address().token = token
}

/** The link whose page is asked for, where its layout has said so. */
export function addressOfPage(): string | null {
  return address().token
}
