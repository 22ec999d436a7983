import { Camera, RotateCcw, Timer, X } from 'lucide-react'
import { useState } from 'react'
import { Line } from '@/components/stage/line'
import { PortraitPicture } from '@/components/stage/portrait-picture'
import { ratioOf } from '@/components/stage/shape'
import { StageFigure } from '@/components/stage/stage-figure'
import { Button } from '@/components/ui/button'
import { duration } from '@/components/ui/text'
import { useWords } from '@/components/words/language'
import type { Size } from '@/lib/boson/limits'
import { actionWords } from '@/lib/words/actions'
import { cameraWords } from '@/lib/words/camera'
import { type CameraFailure, useCamera } from './use-camera'

const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
const COUNTDOWN_SECONDS = 3

/** The stage as a mirror: what the camera sees in the shape of the video, then the photo, to be used or taken again. */
export function CameraStage({
  size,
  seconds,
  onUse,
  onClose,
}: {
  size: Size
  seconds: number
  onUse: (photo: File) => void
  onClose: () => void
}) {
  const words = useWords(cameraWords)
  const actions = useWords(actionWords)
  const { state, video, left, take, again } = useCamera()
  const [counts, setCounts] = useState(false)
  return (
    <StageFigure
      ratio={ratioOf(size)}
      picture={
        <>
          <video
            ref={video}
            aria-label={words.view}
            autoPlay
            muted
            playsInline
            className={`absolute inset-0 size-full -scale-x-100 object-cover ${state.kind === 'on' ? 'animate-appear' : 'invisible'}`}
          />
          {state.kind === 'taken' && <PortraitPicture url={state.url} size={size} />}
          {left !== null && left > 0 && (
            <p className="absolute inset-0 flex items-center justify-center text-2xl font-medium tabular-nums">
              <span className="flex size-20 items-center justify-center rounded-full bg-[oklch(0.158_0.007_60/0.8)]">
                {left}
              </span>
            </p>
          )}
          {state.kind === 'failed' && <NoCamera failure={state.failure} onAgain={again} />}
        </>
      }
      line={<Line seconds={seconds} />}
      words={
        <p role="status" className="text-quiet">
          {left ? duration(left) : words.states[state.kind]}
        </p>
      }
      actions={
        <>
          {state.kind === 'on' && (
            <>
              <Button
                look="primary"
                autoFocus
                disabled={left !== null}
                onClick={() => take(counts ? COUNTDOWN_SECONDS : 0)}
              >
                <Camera {...ICON} />
                {words.take}
              </Button>
              <Button
                look="plain"
                aria-pressed={counts}
                onClick={() => setCounts(!counts)}
                className="aria-pressed:text-accent"
              >
                <Timer {...ICON} />
                {words.wait(COUNTDOWN_SECONDS)}
              </Button>
            </>
          )}
          {state.kind === 'taken' && (
            <>
              <Button look="primary" autoFocus onClick={() => onUse(state.photo)}>
                {words.use}
              </Button>
              <Button look="plain" onClick={again}>
                <RotateCcw {...ICON} />
                {words.another}
              </Button>
            </>
          )}
          <Button look="plain" aria-label={words.closeCamera} onClick={onClose}>
            <X {...ICON} />
            {actions.close}
          </Button>
        </>
      }
    />
  )
}

function NoCamera({ failure, onAgain }: { failure: CameraFailure; onAgain: () => void }) {
  const words = useWords(cameraWords)
  return (
    <div role="alert" className="absolute inset-0 flex flex-col items-center justify-center p-6 text-center">
      <p className="max-w-sm">{words.failures[failure]}</p>
      <Button look="outline" className="mt-4" onClick={onAgain}>
        {words.tryAgain}
      </Button>
    </div>
  )
}
