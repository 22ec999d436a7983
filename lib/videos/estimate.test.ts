import { expect, it } from 'vitest'
import { secondsLeft } from './estimate'

const start = new Date('2026-01-01T00:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const video = {
  status: 'in_progress',
  provider: 'local' as const,
  progress: 0,
  expectedSeconds: 20,
  startedAt: start,
}

it('knows nothing of what is over', () => {
  expect(secondsLeft({ ...video, status: 'completed' }, start)).toBeNull()
  expect(secondsLeft({ ...video, status: 'failed' }, start)).toBeNull()
})

it('goes by the plan at first, by the pace later, and never below a second', () => {
  const whole = secondsLeft({ ...video, startedAt: null, status: 'queued' }, start) ?? 0
  expect(whole).toBeGreaterThan(5)
  expect(secondsLeft(video, after(1))).toBe(whole - 1)
  const slow = secondsLeft({ ...video, progress: 90 }, after(90)) ?? 0
  expect(slow).toBeGreaterThanOrEqual(9)
  expect(slow).toBeLessThanOrEqual(10)
  expect(secondsLeft({ ...video, progress: 99 }, after(3))).toBe(1)
})

it('expects more of Boson', () => {
  const boson = { ...video, provider: 'boson' as const, startedAt: null }
  expect(secondsLeft(boson, start)).toBe(29)
})
