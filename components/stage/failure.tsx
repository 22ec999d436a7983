import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { StudioVideo } from '@/lib/boson/schemas'
import { chargeSentence } from './charge'

/** Laid over the lower part of the picture it concerns: what failed, and the way out. */
export function Failure({
  video,
  retrying,
  onRetry,
}: {
  video: StudioVideo
  retrying: boolean
  onRetry: () => void
}) {
  return (
    <div
      role="alert"
      className="absolute inset-x-0 bottom-0 animate-appear bg-[oklch(0.158_0.007_60/0.93)] p-4 sm:p-6"
    >
      <p className="font-medium">{failureTitle(video)}</p>
      <p className="mt-1 text-sm text-quiet">{failureSentence(video)}</p>
      <p className="mt-1 text-sm text-quiet">{chargeSentence(video)}</p>
      <Button look="outline" className="mt-4" onClick={onRetry} disabled={retrying}>
        <RotateCcw size={16} strokeWidth={1.5} aria-hidden />
        Try again
      </Button>
    </div>
  )
}

/** The heading over a video that did not come to be. */
export function failureTitle(video: StudioVideo): string {
  return video.error_type === 'cancelled' ? 'Cancelled' : 'This video could not be made'
}

export function failureSentence(video: StudioVideo): string {
  if (video.error_type === 'cancelled')
    return 'It was stopped before it was done. Nothing you put in is lost.'
  return video.error ?? 'The studio did not write down why. Try again.'
}
