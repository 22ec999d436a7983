import { expect, test } from 'vitest'
import { commandOf, KEYS } from './keys'

test('every key of the sheet does something, in either case', () => {
  expect(commandOf(' ')).toEqual({ do: 'play' })
  expect(commandOf('K')).toEqual(commandOf('k'))
  expect(commandOf('ArrowLeft')).toEqual({ do: 'skip', by: -5 })
  expect(commandOf('7')).toEqual({ do: 'part', tenths: 7 })
  expect(commandOf('Enter')).toBeUndefined()
  expect(commandOf('x')).toBeUndefined()
})

test('no key stands for two things', () => {
  const all = KEYS.flatMap(({ commands }) => Object.keys(commands))
  expect(new Set(all).size).toBe(all.length)
})
