/** What rows are laid out in, in CSS pixels. */
export type Room = {
  width: number
  /** Between two pictures of a row. */
  gap: number
  /** A row is broken as if its pictures were this tall, */
  usual: number
  /** and then grown to the full width, to this height at most. */
  tallest: number
}

export type Row<Item> = { items: Item[]; height: number }

/** Where an item is in the rows. */
export type Place = { row: number; column: number }

/** Browsers break lines in fractions of a pixel; their sums differ from ours in the last digits. */
const ROUNDING = 0.01

/**
 * Pictures of known shapes in rows of one height each, in the order given: the very rows that `flex-wrap` makes of them
 * with a basis of `usual` and a maximum of `tallest`, so that a page keeps its layout when script takes over.
 */
export function rowsOf<Item>(items: Item[], ratioOf: (item: Item) => number, room: Room): Row<Item>[] {
  const rows: Row<Item>[] = []
  let row: Item[] = []
  let ratios = 0
  const close = () => {
    const height = (room.width - room.gap * (row.length - 1)) / ratios
    rows.push({ items: row, height: Math.min(height, room.tallest) })
  }
  for (const item of items) {
    const ratio = ratioOf(item)
    const needed = (ratios + ratio) * room.usual + room.gap * row.length
    if (row.length > 0 && needed > room.width + ROUNDING) {
      close()
      row = []
      ratios = 0
    }
    row.push(item)
    ratios += ratio
  }
  if (row.length > 0) close()
  return rows
}

/** Where each row begins, and where the last one ends. */
export function topsOf(rows: Row<unknown>[], below: number): number[] {
  const tops = [0]
  for (const { height } of rows) tops.push(tops[tops.length - 1] + height + below)
  return tops
}

/** The first row of which anything lies below `y`; the number of rows where none does. */
export function rowAt(tops: number[], y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tops[middle + 1] > y) high = middle
    else low = middle + 1
  }
  return low
}

/** An item's place in the rows; the beginning where it is in none. */
export function placeOf<Item>(rows: Row<Item>[], isIt: (item: Item) => boolean): Place {
  for (const [row, { items }] of rows.entries()) {
    const column = items.findIndex(isIt)
    if (column !== -1) return { row, column }
  }
  return { row: 0, column: 0 }
}
