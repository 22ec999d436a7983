import { expect, it } from 'vitest'
import { titleOf } from './title'

it.each([
  ['Hello there, everybody. Nice day.', null, 'Hello there, everybody'],
  ['Hello! And welcome.', null, 'Hello! And welcome.'],
  ['<|emotion:pride|>We made it to the very end.', null, 'We made it to the very end'],
  [null, 'my_first take.m4a', 'my first take'],
  [null, null, 'Untitled'],
  ['   ', 'a.wav', 'a'],
])('%j, %j → %s', (script, filename, title) => {
  expect(titleOf(script, filename)).toBe(title)
})

it('cuts a long sentence at a word and stays within 60 characters', () => {
  const title = titleOf(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
    null,
  )
  expect(title.length).toBeLessThanOrEqual(60)
  expect(title).toMatch(/ \w+…$/)
  expect(titleOf('x'.repeat(500), null).length).toBeLessThanOrEqual(60)
})
