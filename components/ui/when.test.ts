import { expect, test } from 'vitest'
import { momentWords } from './when'

const NOW = new Date(2026, 10, 24, 12).getTime() / 1000
const english = (at: number) => momentWords(at, NOW, 'en')
const german = (at: number) => momentWords(at, NOW, 'de')

test('up to a day in relative words, then a date, with its year where it is another', () => {
  const moments = [
    NOW - 20,
    NOW - 200,
    NOW - 7300,
    NOW + 200,
    NOW + 7300,
    NOW - 21 * 86400,
    NOW - 400 * 86400,
  ]
  expect(moments.map(english)).toEqual([
    'just now',
    '3 min ago',
    '2 h ago',
    'in 4 min',
    'in 2 h',
    '3 Nov',
    '20 Oct 2025',
  ])
  expect(moments.map(german)).toEqual([
    'gerade eben',
    'vor 3 Min.',
    'vor 2 Std.',
    'in 4 Min.',
    'in 2 Std.',
    'am 3. Nov.',
    'am 20. Okt. 2025',
  ])
})
