import 'server-only'
import type { Exchange, Handler } from '@/lib/http/route'
import { authorise, type Caller } from './access'

/** A handler for callers who are known, by API key or by session; anybody else is answered 401. */
export function authorised<Params>(
  handle: (exchange: Exchange<Params> & { caller: Caller }) => Promise<Response>,
): Handler<Params> {
  return async (exchange) => handle({ ...exchange, caller: await authorise(exchange.request) })
}
