import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** Laid over the lower part of the picture it concerns: what failed, and the way out. */
export function Failure({
  title,
  sentence,
  retrying,
  onRetry,
}: {
  title: string
  sentence: string | null
  retrying: boolean
  onRetry: () => void
}) {
  return (
    <div
      role="alert"
      className="absolute inset-x-0 bottom-0 animate-appear bg-[oklch(0.158_0.007_60/0.93)] p-4 sm:p-6"
    >
      <p className="font-medium">{title}</p>
      {sentence && <p className="mt-1 text-sm text-quiet">{sentence}</p>}
      <Button look="outline" className="mt-4" onClick={onRetry} disabled={retrying}>
        <RotateCcw size={16} strokeWidth={1.5} aria-hidden />
        Try again
      </Button>
    </div>
  )
}

/** The heading over a video that did not come to be. */
export function failureTitle(errorType: string | null): string {
  return errorType === 'cancelled' ? 'Stopped' : 'This video could not be made'
}
