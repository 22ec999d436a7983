import 'server-only'
import { createHash } from 'node:crypto'
import { StudioError } from '@/lib/boson/errors'
import { createRateLimit } from '@/lib/http/rate-limit'

const SECONDS = 15 * 60
const fromOneAddress = createRateLimit('tries', { points: 10, seconds: SECONDS })
/** Addresses can be many, and where no proxy sets the header, made up. */
const fromAnywhere = createRateLimit('tries-anywhere', { points: 100, seconds: SECONDS })

/**
 * Makes one try at `subject` (an account, say) from a network address. 10 failed tries from one address, or 100 from
 * anywhere, within 15 minutes, and there are no more until these are over: throws `rate_limit_exceeded`. A try counts
 * before it is made, so that many at once are no way around; one that succeeds clears the count. Failed is null or thrown.
 */
export async function countedTry<T>(
  subject: string,
  address: string,
  attempt: () => Promise<T | null>,
): Promise<T | null> {
  const here = digest(subject, address)
  const anywhere = digest(subject)
  const spent = await fromOneAddress.spend(here)
  const allowed = spent.allowed ? await fromAnywhere.spend(anywhere) : spent
  if (!allowed.allowed) {
    const minutes = Math.ceil(allowed.resetSeconds / 60)
    throw new StudioError(
      'rate_limit_exceeded',
      `Too many tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
      { code: 'too_many_tries', retryAfter: allowed.resetSeconds },
    )
  }
  const result = await attempt()
  if (result !== null) await Promise.all([fromOneAddress.forget(here), fromAnywhere.forget(anywhere)])
  return result
}

/**
 * The network address a request came from: what the nearest proxy saw, else what Next saw, in `x-forwarded-for`. Without
 * a proxy in front the caller can write anything there.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  return forwardedFor?.split(',').at(-1)?.trim() || 'unknown'
}

/** Keys are short, and no e-mail addresses. */
function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
