import type { CSSProperties } from 'react'
import { clock } from '@/components/ui/text'
import { previewAt, previewSheet } from '@/lib/engine/video/preview-sheet'

/** A sheet of small pictures of a film: its address, and the length of the film by which it was laid out. */
export type Previews = { url: string; seconds: number }

/** What is to be seen at a moment, over its place on the line. Nothing for screen readers: the slider says the time. */
export function ScrubPreview({
  time,
  length,
  ratio,
  previews,
}: {
  time: number
  length: number
  ratio: number
  previews?: Previews | null
}) {
  const style: CSSProperties & Record<'--at' | '--width', string> = {
    '--at': `${length > 0 ? (time / length) * 100 : 0}%`,
    '--width': ratio >= 1 ? '8rem' : '6rem',
  }
  return (
    <div
      aria-hidden
      style={style}
      className="pointer-events-none absolute bottom-full left-[clamp(0px,calc(var(--at)-var(--width)/2),calc(100%-var(--width)))] z-10 mb-2 w-(--width) animate-appear overflow-hidden rounded-control border border-hair bg-raised text-center"
    >
      {previews && <div style={{ aspectRatio: ratio, ...pictureOf(previews, time) }} />}
      <p className="text-xs leading-6 tabular-nums">{clockWithTenths(time)}</p>
    </div>
  )
}

function pictureOf({ url, seconds }: Previews, time: number): CSSProperties {
  const sheet = previewSheet(seconds)
  const { column, row } = previewAt(sheet, time)
  return {
    backgroundImage: `url("${url}")`,
    backgroundSize: `${sheet.columns * 100}% ${sheet.rows * 100}%`,
    backgroundPosition: `${share(column, sheet.columns)}% ${share(row, sheet.rows)}%`,
  }
}

/** CSS lays the n-th of m tiles at n / (m − 1) of the way. */
function share(index: number, of: number): number {
  return of > 1 ? (index / (of - 1)) * 100 : 0
}

function clockWithTenths(time: number): string {
  return `${clock(time)}.${Math.floor((time % 1) * 10)}`
}
