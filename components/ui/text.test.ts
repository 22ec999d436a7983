import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytes, clock, duration, fileName } from './text'

test('times and sizes as people read them', () => {
  expect([0, 7.9, 65].map(clock)).toEqual(['0:00', '0:07', '1:05'])
  expect([0.2, 59.6, 60, 112].map(duration)).toEqual(['1 s', '1 min', '1 min', '1 min 52 s'])
  expect([12, 320_400, 2_340_000].map((count) => bytes(count, 'en-GB'))).toEqual(['1 kB', '320 kB', '2.3 MB'])
  expect(bytes(2_340_000, 'de-DE')).toBe('2,3 MB')
})

test('any title becomes a file name', () => {
  expect(fileName('Hello: what/now?', 'mp4')).toBe('Hello what now.mp4')
  expect(fileName(' .. ', 'mp4')).toBe('video.mp4')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const name = fileName(title, 'mp4')
      expect(name).toMatch(/^[^.\s].*\.mp4$/su)
      expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]/u)
      expect(name.length).toBeLessThanOrEqual(84)
    }),
  )
})
