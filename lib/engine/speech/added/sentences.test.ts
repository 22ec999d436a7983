import { expect, it } from 'vitest'
import { writtenSentences } from './sentences'

it('cuts a text into sentences and lines, by the rules of its language', () => {
  expect(writtenSentences('Guten Tag. Wie geht es?\n\n— \nGut!', 'de')).toEqual([
    { text: 'Guten Tag.', endsLine: false },
    { text: 'Wie geht es?', endsLine: true },
    { text: 'Gut!', endsLine: true },
  ])
})

it('cuts what is too long after a mark, or between words, and loses nothing', () => {
  const clause = 'dieses Wort und noch eines '
  const long = `${clause.repeat(6)}, ${clause.repeat(20)}.`
  const parts = writtenSentences(long, 'de').map(({ text }) => text)
  expect(parts[0].endsWith(',')).toBe(true)
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(300)
  expect(parts.join(' ').replace(/\s+/g, ' ')).toBe(long.replace(/\s+/g, ' '))
})
