import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

/** A hash only this studio can make, under its session secret; `purpose` keeps those of different subjects apart. */
export function digest(purpose: string, ...parts: string[]): string {
  if (!env.authSecret) throw new Error('NEXTAUTH_SECRET is not set: start the studio with `npm start`.')
  return createHmac('sha256', env.authSecret)
    .update(JSON.stringify([`share ${purpose}`, ...parts]))
    .digest('base64url')
}

/** Compares without telling by its time how much was right. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
