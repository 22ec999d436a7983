import 'server-only'
import type { Exchange, Handler } from '@/lib/http/route'
import { authorise, authoriseMember, type Caller } from './access'
import type { Member } from './member'

/** A handler for callers who are known, by API key or by session; anybody else is answered 401. */
export function authorised<Params>(
  handle: (exchange: Exchange<Params> & { caller: Caller }) => Promise<Response>,
): Handler<Params> {
  return async (exchange) => handle({ ...exchange, caller: await authorise(exchange.request) })
}

/** A handler for people who are signed in; a request with an API key is answered 403. */
export function signedIn<Params>(
  handle: (exchange: Exchange<Params> & { member: Member }) => Promise<Response>,
): Handler<Params> {
  return async (exchange) => handle({ ...exchange, member: await authoriseMember(exchange.request) })
}
