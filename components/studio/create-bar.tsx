import { type ReactNode, useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { money } from '@/components/ui/price'
import { duration } from '@/components/ui/text'
import { useLocale, useWords } from '@/components/words/language'
import { costOf, type Price } from '@/lib/videos/engine-offer'
import { actionWords } from '@/lib/words/actions'
import { studioWords } from '@/lib/words/studio'

/** The one thing this page does. It says what it will make, and what is missing; while it works it can be stopped. */
export function CreateBar({
  seconds,
  wait,
  price,
  missing,
  failure,
  busy,
  cancelling,
  onCreate,
  onCancel,
}: {
  /** Expected length of the video, 0 while unknown. */
  seconds: number
  /** Expected seconds until it is ready. */
  wait: number
  /** What a second costs; null where that is nothing, or not known. */
  price: Price | null
  /** What is still needed, as a sentence; null when everything is there. */
  missing: string | null
  /** Why the last attempt was refused. */
  failure: ReactNode
  busy: boolean
  cancelling: boolean
  onCreate: () => void
  onCancel: () => void
}) {
  const words = useWords(studioWords)
  const actions = useWords(actionWords)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy) return
      event.preventDefault()
      event.stopPropagation()
      onCreate()
    }
    // Before the script's editor, which would begin a new line.
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [busy, onCreate])
  const locale = useLocale()
  const cost = price && money(costOf(price, [seconds]), locale)
  const create =
    missing || seconds === 0 ? words.create : words.createVideo(duration(seconds), duration(wait), cost)
  return (
    <div className="sticky bottom-0 z-10 border-t border-hair bg-raised px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-10 lg:pb-6">
      <p role="alert" className={failure ? 'pb-3 text-sm text-danger' : 'hidden'}>
        {failure}
      </p>
      {busy ? (
        <Button look="largeOutline" onClick={onCancel} disabled={cancelling}>
          {actions.cancel}
        </Button>
      ) : (
        <Button
          look="large"
          onClick={onCreate}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-describedby={missing ? 'missing' : undefined}
          className="py-2 whitespace-normal! tabular-nums"
        >
          {create}
        </Button>
      )}
      <p
        id="missing"
        className={`mt-2 text-center text-sm text-quiet ${missing && !busy ? '' : 'max-lg:hidden lg:invisible'}`}
      >
        {missing ?? '\u00a0'}
      </p>
    </div>
  )
}
