import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { money } from '@/components/ui/price'
import { useLocale, useWords } from '@/components/words/language'
import type { Money } from '@/lib/videos/engine-offer'
import { batchWords } from '@/lib/words/batch'
import { roughly } from './roughly'

/** The one thing the page does: it says how many videos that are, and what is missing. */
export function CreateMany({
  count,
  wait,
  cost,
  missing,
  failure,
  busy,
  onCreate,
}: {
  count: number
  /** Expected seconds until all of them are made. */
  wait: number
  /** Of all together; null where that is nothing, or not known. */
  cost: Money | null
  missing: string | null
  failure: ReactNode
  busy: boolean
  onCreate: () => void
}) {
  const words = useWords(batchWords)
  const locale = useLocale()
  const what = count === 0 ? words.create : words.createMany(count)
  return (
    <div className="sticky bottom-0 z-10 mt-10 border-t border-hair bg-ground pt-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
      <p role="alert" className={failure && !busy ? 'pb-3 text-sm text-danger' : 'hidden'}>
        {failure}
      </p>
      <Button
        look="large"
        disabled={busy}
        onClick={onCreate}
        aria-describedby={missing ? 'missing' : undefined}
        className="py-2 whitespace-normal! tabular-nums"
      >
        {busy ? words.sending(count) : what}
        {!busy && !missing && words.about(roughly(wait), cost && money(cost, locale))}
      </Button>
      <p id="missing" className="mt-2 min-h-5 text-center text-sm text-quiet">
        {busy ? '' : missing}
      </p>
    </div>
  )
}
