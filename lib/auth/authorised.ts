import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { env } from '@/lib/env'
import { createRateLimit, type RateLimit } from '@/lib/http/rate-limit'
import type { Exchange, Handler } from '@/lib/http/route'
import { authorise, authoriseMember, type Caller } from './access'
import type { Member } from './member'

const requests: RateLimit | null = env.rateLimitPerMinute
  ? createRateLimit('requests', { points: env.rateLimitPerMinute, seconds: 60 })
  : null

/**
 * A handler for callers who are known, by API key or by session; anybody else is answered 401. What counts towards
 * `RATE_LIMIT_PER_MINUTE` carries the `RateLimit-*` headers, and over the limit is answered 429 `rate_limit_exceeded`.
 *
 * Every request with an API key counts, each key for itself. Of a signed-in person's, those that change something do: the
 * pages ask after running videos twice a second, one question each, so a full gallery would use up any limit that still
 * meant something for programs. Media never counts (`mediaRoute`): players fetch one film in dozens of ranges.
 */
export function authorised<Params>(
  handle: (exchange: Exchange<Params> & { caller: Caller }) => Promise<Response>,
): Handler<Params> {
  return async (exchange) => {
    const caller = await authorise(exchange.request)
    await count(caller, exchange)
    return handle({ ...exchange, caller })
  }
}

/** A handler for people who are signed in, counted likewise; a request with an API key is answered 403. */
export function signedIn<Params>(
  handle: (exchange: Exchange<Params> & { member: Member }) => Promise<Response>,
): Handler<Params> {
  return async (exchange) => {
    const member = await authoriseMember(exchange.request)
    await count({ userId: member.userId, teamId: member.teamId }, exchange)
    return handle({ ...exchange, member })
  }
}

async function count(
  caller: Caller,
  { request, headers }: Pick<Exchange<unknown>, 'request' | 'headers'>,
): Promise<void> {
  if (requests && counts(caller, request.method)) await spend(requests, caller, headers)
}

function counts({ keyId }: Caller, method: string): boolean {
  return keyId !== undefined || (method !== 'GET' && method !== 'HEAD')
}

/** Header names and forms of draft-ietf-httpapi-ratelimit-headers-06, the form clients know. */
async function spend({ quota, spend }: RateLimit, caller: Caller, headers: Headers): Promise<void> {
  const spent = await spend(caller.keyId ? `key:${caller.keyId}` : `user:${caller.userId}`)
  headers.set('ratelimit-limit', String(quota.points))
  headers.set('ratelimit-remaining', String(spent.remaining))
  headers.set('ratelimit-reset', String(spent.resetSeconds))
  headers.set('ratelimit-policy', `${quota.points};w=${quota.seconds}`)
  if (!spent.allowed) {
    throw new StudioError(
      'rate_limit_exceeded',
      `More than ${quota.points} requests a minute. Wait ${spent.resetSeconds} s, then go on more slowly.`,
      { retryAfter: spent.resetSeconds },
    )
  }
}
