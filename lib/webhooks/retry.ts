const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long to wait after the first try, the second and so on, in milliseconds; after the last wait no more. */
const WAITS_MS = [5 * SECOND, 30 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR]
/** Each wait is this share longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.2

/**
 * Milliseconds until the next try, after `attempts` of them (1 or more); null when the delivery is given up.
 * `random` is uniform in 0…1.
 */
export function waitAfter(attempts: number, random: number): number | null {
  const wait = WAITS_MS[attempts - 1]
  return wait === undefined ? null : Math.round(wait * (1 - JITTER + 2 * JITTER * random))
}
