import { expect, test } from 'vitest'
import { moved, type Step, stepOf } from './moves'
import type { Place } from './rows'

/** Three rows: three squares, one wide picture over two tall ones’ room, one square. */
const layout = {
  rows: [
    { items: [1, 1, 1], height: 100 },
    { items: [2, 1], height: 100 },
    { items: [1], height: 100 },
  ],
  ratioOf: (ratio: number) => ratio,
  gap: 0,
  rowsAPage: 2,
}
const from = (row: number, column: number, step: Step): Place => moved(layout, { row, column }, step)

test('left and right go on over the ends of rows', () => {
  expect(from(0, 2, 'right')).toEqual({ row: 1, column: 0 })
  expect(from(1, 0, 'left')).toEqual({ row: 0, column: 2 })
  expect(from(0, 0, 'left')).toEqual({ row: 0, column: 0 })
  expect(from(2, 0, 'right')).toEqual({ row: 2, column: 0 })
})

test('up and down lead to the picture that lies nearest', () => {
  expect(from(0, 2, 'down')).toEqual({ row: 1, column: 1 })
  expect(from(0, 1, 'down')).toEqual({ row: 1, column: 0 })
  expect(from(1, 1, 'up')).toEqual({ row: 0, column: 2 })
  expect(from(0, 1, 'up')).toEqual({ row: 0, column: 1 })
  expect(from(0, 1, 'page down')).toEqual({ row: 2, column: 0 })
  expect(from(2, 0, 'page up')).toEqual({ row: 0, column: 0 })
})

test('Home and End stay in the row, with Ctrl they reach the ends of all', () => {
  expect([from(0, 1, 'start'), from(0, 1, 'end')]).toEqual([
    { row: 0, column: 0 },
    { row: 0, column: 2 },
  ])
  expect([from(1, 1, 'first'), from(0, 1, 'last')]).toEqual([
    { row: 0, column: 0 },
    { row: 2, column: 0 },
  ])
  const pressed = (key: string, ctrlKey = false) => stepOf({ key, ctrlKey, metaKey: false })
  expect([
    pressed('End'),
    pressed('End', true),
    pressed('ArrowUp', true),
    pressed('a'),
    pressed('toString'),
  ]).toEqual(['end', 'last', null, null, null])
})
