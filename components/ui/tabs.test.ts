import { expect, test } from 'vitest'
import { indexAfter } from './tabs'

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['ArrowLeft', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
])('%s leads from tab %i of three to tab %i', (key, from, to) => {
  expect(indexAfter(key, from, 3)).toBe(to)
})

test('other keys are left alone', () => {
  expect(indexAfter('Enter', 1, 3)).toBeNull()
})
