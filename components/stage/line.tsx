import type { CSSProperties } from 'react'

const TICK_STEPS = [1, 5, 10, 30, 60]
const MOST_TICKS = 60

/** Ticks under the line: one a second, fewer where there would be more than a picture is wide. */
export function Ruler({ seconds }: { seconds: number }) {
  if (seconds < 1) return null
  const step = TICK_STEPS.find((step) => seconds / step <= MOST_TICKS) ?? 60
  const style: CSSProperties & Record<'--ticks', number> = { '--ticks': seconds / step }
  return <div aria-hidden className="ruler absolute inset-x-0 top-4 h-[7px] opacity-70" style={style} />
}

/** The line under the picture, as long as `seconds`. */
export function Line({ seconds }: { seconds: number }) {
  return (
    <div className="relative h-6">
      <Ruler seconds={seconds} />
      <div className="absolute inset-x-0 top-[11px] h-0.5 bg-hair" />
    </div>
  )
}
