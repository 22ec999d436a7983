import { memo } from 'react'
import type { StudioVideo } from '@/lib/boson/schemas'
import { GalleryItem } from './gallery-item'
import type { Row } from './rows'

/** So many are seen first, wherever the first row ends. */
const LEADING = 6

/** A row at its place; without one (`top` is null, on the server) it wraps into as many lines as it takes. */
export const GridRow = memo(function GridRow({
  index,
  row,
  top,
  focus,
  selected,
  onToggle,
  onExtend,
  onFocus,
}: {
  index: number
  row: Row<StudioVideo>
  top: number | null
  /** The video in it that Tab leads to. */
  focus: string | null
  selected: ReadonlySet<string>
  onToggle: (id: string) => void
  onExtend: (id: string) => void
  onFocus: (id: string) => void
}) {
  return (
    // biome-ignore lint/a11y: a grid of pictures is no table; the links in its cells take the focus.
    <div
      role="row"
      aria-rowindex={index + 1}
      style={top === null ? undefined : { transform: `translateY(${top}px)` }}
      className={`flex gap-x-4 lg:gap-x-6 ${top === null ? 'flex-wrap gap-y-8 lg:gap-y-10' : 'absolute inset-x-0 top-0 [contain:layout_style]'}`}
    >
      {row.items.map((video, column) => (
        <GalleryItem
          key={video.id}
          listed={video}
          column={column}
          leading={index === 0 && column < LEADING}
          height={top === null ? null : row.height}
          selected={selected.has(video.id)}
          selecting={selected.size > 0}
          focused={video.id === focus}
          onToggle={onToggle}
          onExtend={onExtend}
          onFocus={onFocus}
        />
      ))}
    </div>
  )
})
