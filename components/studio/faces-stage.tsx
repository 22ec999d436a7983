import { type CSSProperties, useEffect, useRef } from 'react'
import { frameOnWhole, type Rect } from '@/components/stage/crop'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { pixels, ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import type { Size } from '@/lib/boson/limits'
import type { PortraitReport } from '@/lib/boson/schemas'
import { actionWords } from '@/lib/words/actions'
import { portraitWords } from '@/lib/words/portrait'
import type { Framing } from './use-framing'

/** A picture of several people, whole, with every face outlined: which one speaks is chosen here. */
export function FacesStage({
  url,
  size,
  seconds,
  report,
  framing,
  onChoose,
  onDone,
}: {
  url: string
  size: Size
  seconds: number
  report: PortraitReport
  framing: Framing
  onChoose: (face: Rect) => void
  onDone: () => void
}) {
  const words = useWords(portraitWords)
  const actions = useWords(actionWords)
  const whole = frameOnWhole(report, pixels(size))
  const speaker = useRef<HTMLInputElement>(null)
  useEffect(() => speaker.current?.focus({ preventScroll: true }), [])

  function done() {
    if (!framing.chosen) framing.chooseFace(report.face)
    onDone()
  }

  const fromTheLeft = [...report.boxes].sort((a, b) => a.x - b.x)
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={
        <>
          <PortraitPicture url={url} size={size} report={report} shown={whole} />
          <div role="radiogroup" aria-label={words.whoSpeaks} className="absolute inset-0">
            {fromTheLeft.map((face, i) => (
              <label
                key={`${face.x} ${face.y}`}
                style={placed(face, whole)}
                className="absolute min-h-6 min-w-6 cursor-pointer rounded-[50%] border-2 border-ink/70 shadow-[0_0_0_1px_oklch(0.158_0.007_60/0.5)] transition-colors hover:border-ink has-checked:border-[3px] has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
              >
                <input
                  ref={isSame(face, report.face) ? speaker : undefined}
                  type="radio"
                  name="face"
                  aria-label={words.person(i + 1, fromTheLeft.length)}
                  checked={isSame(face, framing.report?.face)}
                  onChange={() => onChoose(face)}
                  className="sr-only"
                />
              </label>
            ))}
          </div>
        </>
      }
      line={<Line seconds={seconds} />}
      words={
        <p role="status" className="text-quiet">
          {words.severalFaces(report.faces)}
        </p>
      }
      actions={
        <Button look="primary" onClick={done}>
          {actions.done}
        </Button>
      }
    />
  )
}

function isSame(a: Rect, b: Rect | undefined): boolean {
  return a.x === b?.x && a.y === b.y
}

/** An outline a little larger than the face. */
const AROUND = 0.08

function placed({ x, y, width, height }: Rect, whole: Rect): CSSProperties {
  return {
    left: `${((x - width * AROUND - whole.x) / whole.width) * 100}%`,
    top: `${((y - height * AROUND - whole.y) / whole.height) * 100}%`,
    width: `${((width * (1 + 2 * AROUND)) / whole.width) * 100}%`,
    height: `${((height * (1 + 2 * AROUND)) / whole.height) * 100}%`,
  }
}
