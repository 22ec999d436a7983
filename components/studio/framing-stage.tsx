import { Minus, Plus, ScanFace } from 'lucide-react'
import { type CSSProperties, useRef } from 'react'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button } from '@/components/ui/button'
import { tenths } from '@/components/ui/text'
import { useLanguage, useWords } from '@/components/words/language'
import type { Size } from '@/lib/boson/limits'
import { actionWords } from '@/lib/words/actions'
import { portraitWords } from '@/lib/words/portrait'
import { useFrameGestures } from './use-frame-gestures'
import type { Framing } from './use-framing'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
const ZOOM_STEP = 1.1

/** The portrait under the frame of the video, to be moved and zoomed until it stands as it should. */
export function FramingStage({
  url,
  size,
  seconds,
  framing,
  onDone,
}: {
  url: string
  size: Size
  seconds: number
  framing: Framing
  onDone: () => void
}) {
  const words = useWords(portraitWords)
  const actions = useWords(actionWords)
  const frame = useRef<HTMLDivElement>(null)
  const { report, limit, zoom, move } = framing
  const shown = framing.shown(size)
  const part = {
    width: shown && report ? shown.width / report.width : 1,
    height: shown && report ? shown.height / report.height : 1,
  }
  const gestures = useFrameGestures(frame, part, move)
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own.
        <div
          ref={frame}
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the arrow keys.
          tabIndex={0}
          aria-label={words.framing}
          className="absolute inset-0 cursor-grab touch-none overflow-hidden rounded-media select-none focus-visible:-outline-offset-2 active:cursor-grabbing"
          {...gestures}
        >
          <div className="pointer-events-none">
            <PortraitPicture url={url} size={size} report={report} shown={shown} still />
          </div>
          <Thirds />
        </div>
      }
      line={<Line seconds={seconds} />}
      words={<Zoom zoom={zoom} limit={limit ?? 1} onZoom={(zoom) => move((view) => ({ ...view, zoom }))} />}
      actions={
        <>
          <Button look="primary" autoFocus onClick={onDone}>
            {actions.done}
          </Button>
          <Button look="plain" disabled={!framing.moved} onClick={framing.fit}>
            <ScanFace {...ICON} />
            {words.fit}
          </Button>
        </>
      }
    />
  )
}

function Zoom({ zoom, limit, onZoom }: { zoom: number; limit: number; onZoom: (zoom: number) => void }) {
  const words = useWords(portraitWords)
  const times = words.times(tenths(zoom, useLanguage()))
  const share = limit > 1 ? ((zoom - 1) / (limit - 1)) * 100 : 0
  const style: CSSProperties & Record<'--played', string> = { '--played': `${share}%` }
  return (
    <div className="flex flex-1 items-center gap-2">
      <Button
        look="plain"
        aria-label={words.zoomOut}
        onClick={() => onZoom(zoom / ZOOM_STEP)}
        className="min-w-11"
      >
        <Minus {...ICON} />
      </Button>
      <input
        type="range"
        aria-label={words.zoom}
        aria-valuetext={times}
        min={1}
        max={limit}
        step={0.01}
        value={zoom}
        onChange={(event) => onZoom(Number(event.target.value))}
        style={style}
        className="scrubber h-6 min-w-0 flex-1 rounded-control"
      />
      <Button
        look="plain"
        aria-label={words.zoomIn}
        onClick={() => onZoom(zoom * ZOOM_STEP)}
        className="min-w-11"
      >
        <Plus {...ICON} />
      </Button>
    </div>
  )
}

/** Where eyes and shoulders usually go. */
function Thirds() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 3 3"
      preserveAspectRatio="none"
      className="pointer-events-none absolute inset-0 size-full text-ink opacity-35"
    >
      <path
        d="M1 0v3M2 0v3M0 1h3M0 2h3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
