/** How long a request that may be sent again is kept trying. Milliseconds. */
export type Patience = {
  /** Before the second try; doubles with each. */
  firstMs: number
  /** The longest wait that nobody asked for. */
  longestMs: number
  /** What fails for so long is given up. */
  totalMs: number
  /** So long a video that ought to be there is asked for again although the upstream knows of none. */
  missingMs: number
}

/**
 * Milliseconds to wait after try number `attempt` (from 1): exponential and capped, a quarter of it left to chance so
 * that many clients do not come back together.
 * @param random uniform in 0…1
 */
export function backOffMs(attempt: number, { firstMs, longestMs }: Patience, random = Math.random): number {
  const wait = Math.min(longestMs, firstMs * 2 ** (attempt - 1))
  return wait * (0.75 + random() / 4)
}

/**
 * Seconds that a `Retry-After` header asks to wait from `now` on: a number of seconds or an HTTP date (RFC 9110 §10.2.3).
 * Undefined where there is none or it is neither; 0 for a date that has passed.
 */
export function retryAfterSeconds(header: string | null, now: Date): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  if (/^\d{1,9}(\.\d{1,9})?$/.test(text)) return Number(text)
  // `Date.parse` takes almost anything for a date; an HTTP date names its day and month.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now.getTime()) / 1000)
}
