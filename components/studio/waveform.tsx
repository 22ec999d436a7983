import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import type { Sound } from '@/lib/engine/types'
import { recordingWords } from '@/lib/words/recording'
import { peaksOf } from './sound'

export type Trim = { from: number; to: number }

const BARS = 140
const STEP_SECONDS = 0.1
/** Nobody means to say less. */
const LEAST_SECONDS = 0.5

/** A recording as it looks, with a handle at either end of the part that is used. */
export function Waveform({
  sound,
  length,
  most,
  trim,
  time,
  onTrim,
}: {
  sound: Sound
  length: number
  /** Longest part that may be used. */
  most: number
  trim: Trim
  /** Where the playhead is. */
  time: number
  onTrim: (trim: Trim) => void
}) {
  const words = useWords(recordingWords)
  const ground = useRef<HTMLDivElement>(null)
  const peaks = useMemo(() => peaksOf(sound, BARS), [sound])
  const share = (seconds: number) => `${(seconds / length) * 100}%`

  function moveStart(wanted: number) {
    const from = Math.min(Math.max(0, wanted), trim.to - LEAST_SECONDS)
    onTrim({ from, to: Math.min(trim.to, from + most) })
  }
  function moveEnd(wanted: number) {
    const to = Math.max(Math.min(length, wanted), trim.from + LEAST_SECONDS)
    onTrim({ from: Math.max(trim.from, to - most), to })
  }
  const at = (event: PointerEvent) => {
    const box = ground.current?.getBoundingClientRect()
    return box ? ((event.clientX - box.left) / box.width) * length : 0
  }

  return (
    <div ref={ground} className="relative h-20 select-none">
      <svg
        aria-hidden="true"
        viewBox={`0 -1 ${BARS} 2`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        {peaks.map((peak, i) => {
          const middle = ((i + 0.5) / BARS) * length
          const isUsed = middle >= trim.from && middle <= trim.to
          const half = Math.max(0.02, peak * 0.95)
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
              key={i}
              x={i + 0.2}
              y={-half}
              width={0.6}
              height={2 * half}
              className={isUsed ? 'fill-ink' : 'fill-hair'}
            />
          )
        })}
      </svg>
      <div
        aria-hidden
        className="absolute inset-y-0 w-px bg-accent"
        style={{ left: share(Math.min(time, length)) }}
      />
      <Handle label={words.start} at={trim.from} length={length} pointerAt={at} onMove={moveStart} />
      <Handle label={words.end} at={trim.to} length={length} pointerAt={at} onMove={moveEnd} />
    </div>
  )
}

function Handle({
  label,
  at,
  length,
  pointerAt,
  onMove,
}: {
  label: string
  at: number
  length: number
  pointerAt: (event: PointerEvent) => number
  onMove: (seconds: number) => void
}) {
  const words = useWords(recordingWords)
  function step(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
      event.key
    ]
    if (by === undefined) return
    event.preventDefault()
    onMove(at + by * STEP_SECONDS)
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={length}
      aria-valuenow={at}
      aria-valuetext={words.moment(clock(at), Math.floor((at % 1) * 10))}
      onKeyDown={step}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) =>
        event.currentTarget.hasPointerCapture(event.pointerId) && onMove(pointerAt(event))
      }
      style={{ left: `${(at / length) * 100}%` }}
      className="absolute inset-y-0 flex w-11 -translate-x-1/2 cursor-ew-resize touch-none justify-center rounded-control focus-visible:outline-offset-0"
    >
      <span className="h-full w-[3px] rounded-full bg-accent" />
    </div>
  )
}
