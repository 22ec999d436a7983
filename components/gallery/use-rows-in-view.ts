import { type RefObject, useSyncExternalStore } from 'react'
import { rowAt } from './rows'

/** Rows from the first to before the last one. */
export type RowRange = { first: number; end: number }

/** So many windows above and below are drawn ahead of the scroll. */
const AHEAD = 1

/** Which rows lie in the window or near it. `tops` is where each begins in the grid, and where the last ends. */
export function useRowsInView(grid: RefObject<HTMLElement | null>, tops: number[]): RowRange {
  const range = useSyncExternalStore(
    subscribe,
    () => {
      const element = grid.current
      if (!element) return '0 0'
      const above = -element.getBoundingClientRect().top
      const first = rowAt(tops, above - AHEAD * window.innerHeight)
      const last = rowAt(tops, above + (1 + AHEAD) * window.innerHeight)
      return `${first} ${Math.min(last + 1, tops.length - 1)}`
    },
    () => '0 0',
  )
  const [first, end] = range.split(' ').map(Number)
  return { first, end }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('scroll', changed, { passive: true })
  window.addEventListener('resize', changed)
  return () => {
    window.removeEventListener('scroll', changed)
    window.removeEventListener('resize', changed)
  }
}
