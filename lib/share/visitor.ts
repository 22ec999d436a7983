import 'server-only'
import { readCookie } from '@/lib/auth/access'
import { clientAddress } from '@/lib/auth/tries'

/** Whoever comes to the gate: what they may see is decided by what is in their cookies. */
export type Visitor = { cookie: (name: string) => string | undefined }

/** What tells one viewer from another for a day. It is never kept as it is. */
export type Trace = { address: string; browser: string }

export function visitorOf(request: Request): Visitor {
  const cookies = request.headers.get('cookie')
  return { cookie: (name) => readCookie(cookies, name) }
}

export function traceOf({ headers }: Request): Trace {
  return {
    address: clientAddress(headers.get('x-forwarded-for')),
    browser: headers.get('user-agent') ?? '',
  }
}
