import { useEffect } from 'react'
import { Curtain } from '@/components/share/curtain'
import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { layoutWords } from '@/lib/words/layout'

/** A page that could not be shown. `digest` is the mark under which the server wrote down why. */
export function Broken({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const words = useWords(layoutWords)
  useEffect(() => console.error(error), [error])
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <Curtain title={words.broken}>
      <p>
        {words.brokenWhy} {digest && words.brokenMark(digest)}
      </p>
      <Button look="outline" className="mt-6 text-ink" onClick={onRetry}>
        {words.tryAgain}
      </Button>
    </Curtain>
  )
}
