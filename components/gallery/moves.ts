import type { Place, Row } from './rows'

export type Step =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'page up'
  | 'page down'
  | 'start'
  | 'end'
  | 'first'
  | 'last'

/** Where the keys of a grid lead, as the WAI-ARIA authoring practices have them. */
const STEPS = new Map<string, Step>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['PageUp', 'page up'],
  ['PageDown', 'page down'],
  ['Home', 'start'],
  ['End', 'end'],
])
const STEPS_WITH_CONTROL = new Map<string, Step>([
  ['Home', 'first'],
  ['End', 'last'],
])

type Press = { key: string; ctrlKey: boolean; metaKey: boolean }

/** The step a key asks for, or null. */
export function stepOf({ key, ctrlKey, metaKey }: Press): Step | null {
  return (ctrlKey || metaKey ? STEPS_WITH_CONTROL : STEPS).get(key) ?? null
}

type Layout<Item> = { rows: Row<Item>[]; ratioOf: (item: Item) => number; gap: number; rowsAPage: number }

/** The place a step leads to; left and right go on over the ends of rows, up and down to the nearest picture. */
export function moved<Item>(layout: Layout<Item>, from: Place, step: Step): Place {
  const { rows, rowsAPage } = layout
  const lastRow = rows.length - 1
  const lastColumn = rows[from.row].items.length - 1
  const toRow = (row: number) => nearest(layout, from, Math.max(0, Math.min(lastRow, row)))
  switch (step) {
    case 'left':
      if (from.column > 0) return { ...from, column: from.column - 1 }
      return from.row > 0 ? { row: from.row - 1, column: rows[from.row - 1].items.length - 1 } : from
    case 'right':
      if (from.column < lastColumn) return { ...from, column: from.column + 1 }
      return from.row < lastRow ? { row: from.row + 1, column: 0 } : from
    case 'up':
      return toRow(from.row - 1)
    case 'down':
      return toRow(from.row + 1)
    case 'page up':
      return toRow(from.row - rowsAPage)
    case 'page down':
      return toRow(from.row + rowsAPage)
    case 'start':
      return { ...from, column: 0 }
    case 'end':
      return { ...from, column: lastColumn }
    case 'first':
      return { row: 0, column: 0 }
    case 'last':
      return { row: lastRow, column: rows[lastRow].items.length - 1 }
  }
}

function nearest<Item>(layout: Layout<Item>, from: Place, row: number): Place {
  if (row === from.row) return from
  const wanted = middles(layout, from.row)[from.column]
  const distances = middles(layout, row).map((middle) => Math.abs(middle - wanted))
  return { row, column: distances.indexOf(Math.min(...distances)) }
}

/** Where the middle of each picture of a row lies, from the left. */
function middles<Item>({ rows, ratioOf, gap }: Layout<Item>, row: number): number[] {
  const { items, height } = rows[row]
  let left = 0
  return items.map((item) => {
    const width = ratioOf(item) * height
    const middle = left + width / 2
    left += width + gap
    return middle
  })
}
