import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backOffMs, retryAfterSeconds } from './back-off'

const now = new Date('2026-03-01T12:00:00Z')

it('waits longer from try to try, never longer than the longest wait', () => {
  const patience = { firstMs: 500, longestMs: 30_000, totalMs: 300_000, missingMs: 0 }
  const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), unit, unit, (attempt, chance, other) => {
      const wait = backOffMs(attempt, patience, () => chance)
      expect(wait).toBeGreaterThanOrEqual(375)
      expect(wait).toBeLessThanOrEqual(30_000)
      if (attempt < 6) expect(backOffMs(attempt + 1, patience, () => other)).toBeGreaterThan(wait)
    }),
  )
})

it('reads seconds and HTTP dates', () => {
  expect(retryAfterSeconds('7', now)).toBe(7)
  expect(retryAfterSeconds(' 0.25 ', now)).toBe(0.25)
  expect(retryAfterSeconds('Sun, 01 Mar 2026 12:01:30 GMT', now)).toBe(90)
  expect(retryAfterSeconds('Sunday, 01-Mar-26 12:01:30 GMT', now)).toBe(90)
  expect(retryAfterSeconds('Sun, 01 Mar 2026 11:00:00 GMT', now)).toBe(0)
})

it('takes nothing else for a wait', () => {
  for (const header of [null, '', '-3', 'soon', '1e9', '2026-03-02', 'Infinity', 'Sun, 99 Foo'])
    expect(retryAfterSeconds(header, now), String(header)).toBeUndefined()
  fc.assert(
    fc.property(fc.string(), (header) => {
      const seconds = retryAfterSeconds(header, now)
      expect(seconds === undefined || (seconds >= 0 && Number.isFinite(seconds))).toBe(true)
    }),
  )
})
