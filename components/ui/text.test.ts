import { expect, test } from 'vitest'
import { LOCALES } from '@/lib/words/language'
import { bytes, clock, duration, grouped, tenths } from './text'

test('times and sizes as people read them', () => {
  expect([0, 7.9, 65].map(clock)).toEqual(['0:00', '0:07', '1:05'])
  expect([0.2, 59.6, 60, 112].map(duration)).toEqual(['1 s', '1 min', '1 min', '1 min 52 s'])
  expect([12, 320_400, 2_340_000].map((count) => bytes(count, 'en-GB'))).toEqual(['1 kB', '320 kB', '2.3 MB'])
  expect(bytes(2_340_000, 'de-DE')).toBe('2,3 MB')
})

test('numbers by hand are those of Intl', () => {
  for (const language of ['en', 'de'] as const) {
    const locale = LOCALES[language]
    const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
    for (const count of [0, 999, 1000, 5000, 1_234_567])
      expect(grouped(count, language)).toBe(count.toLocaleString(locale))
    for (const value of [1, 1.44, 8])
      expect(tenths(value, language)).toBe(value.toLocaleString(locale, digits))
  }
})
