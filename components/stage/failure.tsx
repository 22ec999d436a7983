import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { ServerSentence } from '@/components/words/server-sentence'
import type { StudioVideo } from '@/lib/boson/schemas'
import { failureWords } from '@/lib/words/failure'
import { chargeOf } from './charge'

type Words = (typeof failureWords)['en']

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
  const words = useWords(failureWords)
  return (
    <div
      role="alert"
      className="absolute inset-x-0 bottom-0 animate-appear bg-[oklch(0.158_0.007_60/0.93)] p-4 sm:p-6"
    >
      <p className="font-medium">{failureTitle(video, words)}</p>
      <p className="mt-1 text-sm text-quiet">{failureSentence(video, words)}</p>
      <p className="mt-1 text-sm text-quiet">{words.charge[chargeOf(video)]}</p>
      <Button look="outline" className="mt-4" onClick={onRetry} disabled={retrying}>
        <RotateCcw size={16} strokeWidth={1.5} aria-hidden />
        {words.tryAgain}
      </Button>
    </div>
  )
}

/** The heading over a video that did not come to be. */
export function failureTitle({ error_type }: StudioVideo, words: Words): string {
  return error_type === 'cancelled' ? words.cancelled : words.failed
}

/** Why it did not, in the server's words where it knows. */
export function failureSentence({ error_type, error }: StudioVideo, words: Words): ReactNode {
  if (error_type === 'cancelled') return words.cancelledWhy
  return error === null ? words.failedWhy : <ServerSentence sentence={error} />
}
