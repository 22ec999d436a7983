import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { whenIdle } from '@/components/ui/when-idle'
import { rowAt } from './rows'

/** Rows from the first to before the last one. */
export type RowRange = { first: number; end: number }

/** So many windows above and below are drawn ahead of the scroll, once what is seen has been drawn. */
const AHEAD = 1

/** Which rows lie in the window or near it. `tops` is where each begins in the grid, and where the last ends. */
export function useRowsInView(grid: RefObject<HTMLElement | null>, tops: number[]): RowRange {
  const [ahead, setAhead] = useState(0)
  useEffect(() => whenIdle(() => setAhead(AHEAD)), [])
  const range = useSyncExternalStore(
    subscribe,
    () => {
      const element = grid.current
      if (!element) return '0 0'
      const above = -element.getBoundingClientRect().top
      const first = rowAt(tops, above - ahead * window.innerHeight)
      const last = rowAt(tops, above + (1 + ahead) * window.innerHeight)
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
