import { expect, it } from 'vitest'
import { learnedPace, secondsLeft, waitAt } from './estimate'

const start = new Date('2026-01-01T00:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const video = { status: 'in_progress', progress: 0, expectedWait: 12, startedAt: start }
const queued = { ...video, startedAt: null, status: 'queued' }

it('knows nothing of what is over', () => {
  expect(secondsLeft({ ...video, status: 'completed' }, start)).toBeNull()
  expect(secondsLeft({ ...video, status: 'failed' }, start)).toBeNull()
})

it('goes by the plan at first, by the pace later, and never below a second', () => {
  expect(secondsLeft(queued, start)).toBe(12)
  expect(secondsLeft(video, after(1))).toBe(11)
  const slow = secondsLeft({ ...video, progress: 90 }, after(90)) ?? 0
  expect(slow).toBeGreaterThanOrEqual(9)
  expect(slow).toBeLessThanOrEqual(10)
  expect(secondsLeft({ ...video, progress: 99 }, after(3))).toBe(1)
})

it('adds what the queue takes before its turn', () => {
  expect(secondsLeft(queued, start, 30)).toBe(42)
})

it('learns the pace of a studio, whatever a few slow videos took', () => {
  const made = [10, 20, 5, 40, 8].map((seconds) => ({ seconds, took: 0.5 + 0.3 * seconds }))
  const pace = learnedPace('local', [...made, { seconds: 3, took: 60 }])
  expect(waitAt(pace, 10)).toBeCloseTo(3.5)
})

it('expects more of Boson, and goes by that until it has seen some', () => {
  expect(waitAt(learnedPace('boson', []), 20)).toBe(29)
  const quick = { seconds: 20, took: 10 }
  expect(waitAt(learnedPace('boson', [quick, quick]), 20)).toBe(29)
  expect(waitAt(learnedPace('boson', [quick, quick, quick]), 20)).toBeLessThan(11)
})
