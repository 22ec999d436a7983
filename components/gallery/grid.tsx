import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { ratioOf } from '@/components/stage/shape'
import { useWords } from '@/components/words/language'
import type { StudioVideo } from '@/lib/boson/schemas'
import { galleryWords } from '@/lib/words/gallery'
import { GridRow } from './grid-row'
import { moved, stepOf } from './moves'
import { placeOf, rowsOf, topsOf } from './rows'
import { successorOf, useFocusIn } from './use-focus-in'
import { useRoom } from './use-room'
import { useRowsInView } from './use-rows-in-view'
import type { Selection } from './use-selection'

const shapeOf = ({ size }: StudioVideo) => ratioOf(size)

/** So many come drawn with the page, about a window full; what is below is drawn once the window is measured. */
const SENT = 24

/** More is asked for when so many windows are left below. */
const AHEAD = 4

/**
 * The videos in rows, of which those near the window are drawn. One of them takes the focus, and arrows lead to the
 * others. `whole` says that there are no more than these; until then a last row that may still change is left out.
 */
export function Grid({
  videos,
  whole,
  scrollTo,
  selection,
  onNearEnd,
  onDelete,
}: {
  videos: StudioVideo[]
  whole: boolean
  /** Where somebody was who comes back. */
  scrollTo: number | null
  selection: Selection
  onNearEnd: () => void
  onDelete: (ids: ReadonlySet<string>) => void
}) {
  const words = useWords(galleryWords)
  const grid = useRef<HTMLDivElement>(null)
  const room = useRoom(grid)
  const rows = useMemo(() => {
    const all = room ? rowsOf(videos, shapeOf, room) : [{ items: videos.slice(0, SENT), height: 0 }]
    return whole || all.length < 2 ? all : all.slice(0, -1)
  }, [videos, room, whole])
  const tops = useMemo(() => topsOf(rows, room?.below ?? 0), [rows, room])
  const { first, end } = useRowsInView(grid, tops)
  const focus = useFocusIn(grid, videos)
  const place = useMemo(() => placeOf(rows, ({ id }) => id === focus.id), [rows, focus.id])

  const measured = room !== null
  useLayoutEffect(() => {
    if (measured && scrollTo !== null) window.scrollTo(0, scrollTo)
  }, [measured, scrollTo])

  const nearEnd = measured && tops[tops.length - 1] - tops[end] < AHEAD * window.innerHeight
  useEffect(() => {
    if (nearEnd) onNearEnd()
  }, [nearEnd, onNearEnd])

  function onKeyDown(event: KeyboardEvent) {
    const step = stepOf(event)
    if (step && room) {
      event.preventDefault()
      const rowsAPage = Math.max(1, Math.floor(window.innerHeight / (room.usual + room.below)))
      const to = moved({ rows, ratioOf: shapeOf, gap: room.gap, rowsAPage }, place, step)
      const { id } = rows[to.row].items[to.column]
      focus.move(id)
      if (event.shiftKey) selection.extendTo(id)
    } else if (event.key === ' ') {
      event.preventDefault()
      if (event.shiftKey) selection.extendTo(focus.id)
      else selection.toggle(focus.id)
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      selection.all()
    } else if (event.key === 'Escape') selection.clear()
    else if (event.key === 'Delete') {
      const going = selection.selected.size > 0 ? selection.selected : new Set([focus.id])
      focus.move(successorOf(videos, focus.id, going))
      onDelete(going)
    }
  }

  const drawn = room ? drawnRows(first, end, place.row) : [0]
  return (
    // biome-ignore lint/a11y: a grid of pictures is no table; the links in its cells take the focus.
    <div
      ref={grid}
      role="grid"
      aria-label={words.videos}
      aria-multiselectable
      aria-rowcount={whole && room ? rows.length : -1}
      onKeyDown={onKeyDown}
      onBlur={focus.leave}
      style={room ? { height: tops[tops.length - 1] } : undefined}
      className="relative gap-x-4 gap-y-8 [--tallest:22rem] [--usual:8.5rem] sm:[--tallest:20rem] sm:[--usual:15rem] lg:gap-x-6 lg:gap-y-10 2xl:[--tallest:24rem] 2xl:[--usual:18rem]"
    >
      {drawn.map((index) => (
        <GridRow
          key={index}
          index={index}
          row={rows[index]}
          top={room && tops[index]}
          focus={index === place.row ? focus.id : null}
          selected={selection.selected}
          onToggle={selection.toggle}
          onExtend={selection.extendTo}
          onFocus={focus.note}
        />
      ))}
    </div>
  )
}

/** The rows near the window, and the one that has the focus, so that it is not lost when scrolled away. */
function drawnRows(first: number, end: number, focused: number): number[] {
  const near = Array.from({ length: end - first }, (_, i) => first + i)
  return focused >= first && focused < end ? near : [...near, focused].sort((a, b) => a - b)
}
