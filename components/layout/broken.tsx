import { useEffect } from 'react'
import { Curtain } from '@/components/share/curtain'
import { Button } from '@/components/ui/button'

/** A page that could not be shown. `digest` is the mark under which the server wrote down why. */
export function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  useEffect(() => console.error(error), [error])
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <Curtain title="This page could not be shown">
      <p>
        The fault is in the studio, not in what you did. Your videos are safe.
        {digest && ` The studio noted it under ${digest}.`}
      </p>
      <Button look="outline" className="mt-6 text-ink" onClick={onRetry}>
        Try again
      </Button>
    </Curtain>
  )
}
