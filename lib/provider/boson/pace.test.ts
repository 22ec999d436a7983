import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deadlineMs, pollMs } from './pace'

const pace = fc.record({
  elapsedMs: fc.nat(20 * 60_000),
  seconds: fc.double({ min: 0, max: 400, noNaN: true }),
  progress: fc.integer({ min: 0, max: 100 }),
})

/** Times of the looks at a job that ends after `tookMs`, its progress even. */
function looks(seconds: number, tookMs: number): number[] {
  const times = [0]
  for (let now = 0; now < tookMs; ) {
    now += pollMs({ elapsedMs: now, seconds, progress: Math.floor((100 * now) / tookMs) })
    times.push(now)
  }
  return times
}

it('never asks more than once a second nor less than once in a quarter of a minute', () => {
  fc.assert(
    fc.property(pace, (now) => {
      expect(pollMs(now)).toBeGreaterThanOrEqual(1000)
      expect(pollMs(now)).toBeLessThanOrEqual(15_000)
    }),
  )
})

it('asks the sooner the further a job is, and the later the longer it is overdue', () => {
  fc.assert(
    fc.property(pace, fc.nat(60_000), (now, more) => {
      const expectedMs = 9000 + now.seconds * 1000
      if (now.elapsedMs < expectedMs && now.progress >= 5 && now.progress < 100)
        expect(pollMs({ ...now, progress: now.progress + 1 })).toBeLessThanOrEqual(pollMs(now))
      if (now.elapsedMs > expectedMs)
        expect(pollMs({ ...now, elapsedMs: now.elapsedMs + more })).toBeGreaterThanOrEqual(pollMs(now))
    }),
  )
})

it('looks at a job of a minute some twenty-five times, and sees its end within a second or so', () => {
  const times = looks(60, 69_000)
  expect(times.length).toBeGreaterThan(15)
  expect(times.length).toBeLessThan(30)
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      (seconds, share) => {
        const tookMs = (9000 + seconds * 1000) * share
        expect((looks(seconds, tookMs).at(-1) ?? 0) - tookMs).toBeLessThanOrEqual(1001)
      },
    ),
  )
})

it('waits for a job that takes ten times as long without pressing it', () => {
  expect(looks(10, 190_000).length).toBeLessThan(60)
  expect(deadlineMs(10)).toBeGreaterThan(190_000)
})
