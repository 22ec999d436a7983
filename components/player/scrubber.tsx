import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from 'react'
import { clock } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import { playerWords } from '@/lib/words/player'
import { type Previews, ScrubPreview } from './scrub-preview'
import type { Film } from './use-film'

const STEP_SECONDS = 1

/**
 * The playhead on its line. Arrow keys move by a second. With a `ratio`, of the film's picture, what lies under the
 * pointer shows over the line.
 */
export function Scrubber({
  film,
  ratio,
  previews,
}: {
  film: Pick<Film, 'time' | 'length' | 'seek'>
  ratio?: number
  previews?: Previews | null
}) {
  const words = useWords(playerWords)
  const [pointedAt, setPointedAt] = useState<number | null>(null)
  const played = film.length > 0 ? (film.time / film.length) * 100 : 0
  const style: CSSProperties & Record<'--played', string> = { '--played': `${played}%` }

  function step(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    if (!by) return
    event.preventDefault()
    film.seek(Math.min(film.length, film.time + by * STEP_SECONDS))
  }

  function point({ currentTarget, clientX }: PointerEvent) {
    const { left, width } = currentTarget.getBoundingClientRect()
    setPointedAt(Math.min(1, Math.max(0, (clientX - left) / width)) * film.length)
  }

  return (
    <>
      <input
        type="range"
        aria-label={words.position}
        aria-valuetext={words.positionOf(clock(film.time), clock(film.length))}
        min={0}
        max={film.length || 1}
        step={0.01}
        value={Math.min(film.time, film.length)}
        onChange={(event) => film.seek(Number(event.target.value))}
        onKeyDown={step}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setPointedAt(null)}
        onPointerCancel={() => setPointedAt(null)}
        onPointerUp={(event) => event.pointerType !== 'mouse' && setPointedAt(null)}
        style={style}
        className="scrubber absolute inset-0 h-6 w-full rounded-control pointer-coarse:-top-2.5 pointer-coarse:h-11"
      />
      {ratio !== undefined && pointedAt !== null && (
        <ScrubPreview time={pointedAt} length={film.length} ratio={ratio} previews={previews} />
      )}
    </>
  )
}
