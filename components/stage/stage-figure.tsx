import type { CSSProperties, ReactNode } from 'react'

/**
 * The stage's picture and what belongs under it. Every state of a video, from the empty frame to the finished film,
 * fills the same four places, so nothing moves between them.
 */
export function StageFigure({
  ratio,
  picture,
  line,
  words,
  actions,
}: {
  /** Width over height of the picture. */
  ratio: number
  picture: ReactNode
  line: ReactNode
  words: ReactNode
  actions?: ReactNode
}) {
  const style: CSSProperties & Record<'--ratio', number> = { '--ratio': ratio }
  return (
    <div className="flex min-h-[calc(var(--stage-height)+7.5rem)] w-full flex-col items-center justify-center">
      <div style={style} className="stage-column">
        <div className="relative crop-marks">
          <div className="stage-picture relative overflow-hidden rounded-media bg-raised">{picture}</div>
        </div>
        <div className="mt-4">{line}</div>
        <div className="flex min-h-11 items-center justify-between gap-4 text-sm tabular-nums">{words}</div>
      </div>
      <div className="flex min-h-11 w-full flex-wrap items-center justify-center gap-x-2">{actions}</div>
    </div>
  )
}
