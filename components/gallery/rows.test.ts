import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Room, rowAt, rowsOf, topsOf } from './rows'

const ROOM: Room = { width: 1000, gap: 20, usual: 240, tallest: 320 }
const heights = (ratios: number[], room = ROOM) =>
  rowsOf(ratios, (ratio) => ratio, room).map(({ items, height }) => [items.length, Math.round(height)])

test('rows fill the width, and a short last one stays below the tallest', () => {
  expect(heights([1, 1, 1, 1])).toEqual([
    [3, 320],
    [1, 320],
  ])
  expect(heights([1, 4 / 3, 3 / 4, 3 / 4, 1])).toEqual([
    [4, 245],
    [1, 320],
  ])
  expect(heights([])).toEqual([])
})

test('a picture wider than the room has a row of its own, as wide as the room', () => {
  expect(heights([4 / 3, 1], { ...ROOM, width: 300 })).toEqual([
    [1, 225],
    [1, 300],
  ])
})

test('every picture is in one row, in order, and no row is wider than the room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(1, 4 / 3, 3 / 4), { maxLength: 60 }),
      fc.integer({ min: 288, max: 3000 }),
      (ratios, width) => {
        const rows = rowsOf(ratios, (ratio) => ratio, { ...ROOM, width })
        expect(rows.flatMap(({ items }) => items)).toEqual(ratios)
        for (const { items, height } of rows) {
          const sum = items.reduce((total, ratio) => total + ratio, 0)
          expect(sum * height + ROOM.gap * (items.length - 1)).toBeLessThanOrEqual(width + 0.001)
        }
      },
    ),
  )
})

test('the row at a place is the first that reaches below it', () => {
  const tops = topsOf(
    [
      { items: [], height: 100 },
      { items: [], height: 200 },
    ],
    50,
  )
  expect(tops).toEqual([0, 150, 400])
  expect([-10, 0, 149, 150, 399, 400].map((y) => rowAt(tops, y))).toEqual([0, 0, 0, 1, 1, 2])
  expect(rowAt([0], 5)).toBe(0)
})
