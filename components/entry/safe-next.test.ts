import { expect, test } from 'vitest'
import { safeNext } from './safe-next'

test('goes on to a page of this site', () => {
  expect(safeNext('/gallery')).toBe('/gallery')
  expect(safeNext('/v/video_1?x=1')).toBe('/v/video_1?x=1')
})

test('never to another site', () => {
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'gallery',
    '',
  ]
  for (const next of elsewhere) expect(safeNext(next)).toBe('/')
  expect(safeNext(['/a', '/b'])).toBe('/')
  expect(safeNext(undefined)).toBe('/')
})
