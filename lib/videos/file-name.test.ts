import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name'

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
