import { expect, it } from 'vitest'
import { learnedPace, type Order, secondsLeft, waitAt } from './estimate'
import { LEASE_MS } from './lease-time'

const start = new Date('2026-01-01T00:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const video = {
  status: 'in_progress',
  progress: 0,
  expectedWait: 12,
  expectedBase: 2,
  startedAt: start,
  leaseUntil: null,
}
const queued = { ...video, startedAt: null, status: 'queued' }

it('knows nothing of what is over', () => {
  expect(secondsLeft({ ...video, status: 'completed' }, start)).toBeNull()
  expect(secondsLeft({ ...video, status: 'failed' }, start)).toBeNull()
})

it('goes by the plan at first, by the pace later', () => {
  expect(secondsLeft(queued, start)).toBe(12)
  expect(secondsLeft(video, after(1))).toBe(11)
  expect(secondsLeft(video, after(60))).toBe(1)
  expect(secondsLeft({ ...video, progress: 50 }, after(6.6))).toBe(5.4)
  const slow = secondsLeft({ ...video, progress: 90 }, after(106)) ?? 0
  expect(slow).toBeGreaterThan(13)
  expect(slow).toBeLessThan(15)
  expect(secondsLeft({ ...video, progress: 99 }, after(3))).toBe(0.1)
})

it('what passes before anything is drawn says nothing of how long the drawing takes', () => {
  expect(secondsLeft({ ...video, expectedWait: 3, progress: 50 }, after(1.6 + 0.5))).toBe(0.9)
})

it('counts on from the last heartbeat, which is some moments old', () => {
  const beat = { progress: 50, leaseUntil: new Date(after(6.6).getTime() + LEASE_MS) }
  expect(secondsLeft({ ...video, ...beat }, after(6.6))).toBe(5.4)
  expect(secondsLeft({ ...video, ...beat }, after(7))).toBe(5)
})

it('adds what the queue takes before its turn', () => {
  expect(secondsLeft(queued, start, 30)).toBe(42)
})

const order = (seconds: number, change: Partial<Order> = {}): Order => ({
  seconds,
  size: '640x640',
  recording: false,
  ...change,
})

it('learns the pace of a studio, its fixed part too, whatever a few slow videos took', () => {
  const made = [10, 20, 5, 40, 8].map((seconds) => ({ ...order(seconds), took: 1.2 + 0.3 * seconds }))
  const pace = learnedPace('local', [...made, { ...order(3), took: 60 }])
  expect(waitAt(pace, order(10))).toBeCloseTo(4.2)
  expect(waitAt(pace, order(1))).toBeCloseTo(1.5)
})

it('follows a machine that has more to do than before', () => {
  const before = [10, 20, 5, 40, 8, 12].map((seconds) => ({ ...order(seconds), took: 1 + 0.3 * seconds }))
  const busy = [10, 20, 30].map((seconds) => ({ ...order(seconds), took: 2 + 0.6 * seconds }))
  expect(waitAt(learnedPace('local', [...busy, ...before]), order(10))).toBeCloseTo(8, 0)
  expect(waitAt(learnedPace('local', [busy[0], ...before]), order(10))).toBeCloseTo(4, 0)
})

it('tells recordings from scripts once it has seen some, and smaller pictures from the start', () => {
  const scripts = [4, 8, 12].map((seconds) => ({ ...order(seconds), took: 1 + 0.3 * seconds }))
  const recordings = [5, 9, 13].map((seconds) => ({
    ...order(seconds, { recording: true }),
    took: 1 + 0.5 * seconds,
  }))
  const before = learnedPace('local', [...scripts, ...recordings.slice(1)])
  const after = learnedPace('local', [...scripts, ...recordings])
  expect(waitAt(before, order(10, { recording: true }))).toBeLessThan(5)
  expect(waitAt(after, order(10, { recording: true }))).toBeCloseTo(6, 1)
  expect(waitAt(after, order(10))).toBeCloseTo(4, 1)
  expect(waitAt(after, order(10, { size: '480x640' }))).toBeCloseTo(1 + 3 * 0.8, 1)
})

it('videos of one length say nothing of the fixed part', () => {
  const made = [6, 6, 6, 6].map((seconds) => ({ ...order(seconds), took: 3.5 }))
  expect(waitAt(learnedPace('local', made), order(12))).toBeCloseTo(0.5 + 6)
})

it('expects more of Boson, and goes by that until it has seen some', () => {
  expect(waitAt(learnedPace('boson', []), order(20, { size: '480x640' }))).toBe(29)
  const quick = { ...order(20), took: 10 }
  expect(waitAt(learnedPace('boson', [quick, quick]), order(20))).toBe(29)
  expect(waitAt(learnedPace('boson', [quick, quick, quick]), order(20))).toBeLessThan(11)
})
