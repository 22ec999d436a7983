import type { CSSProperties, KeyboardEvent } from 'react'
import { clock } from '@/components/ui/text'
import type { Film } from './use-film'

const STEP_SECONDS = 1

/** The playhead on its line. Arrow keys move by a second. */
export function Scrubber({ film }: { film: Film<HTMLMediaElement> }) {
  const played = film.length > 0 ? (film.time / film.length) * 100 : 0
  const style: CSSProperties & Record<'--played', string> = { '--played': `${played}%` }

  function step(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    film.seek(Math.min(film.length, Math.max(0, film.time + by * STEP_SECONDS)))
  }

  return (
    <input
      type="range"
      aria-label="Position"
      aria-valuetext={`${clock(film.time)} of ${clock(film.length)}`}
      min={0}
      max={film.length || 1}
      step={0.01}
      value={Math.min(film.time, film.length)}
      onChange={(event) => film.seek(Number(event.target.value))}
      onKeyDown={step}
      style={style}
      className="scrubber absolute inset-0 h-6 w-full rounded-control"
    />
  )
}
