import { Button } from '@/components/ui/button'
import { useWords } from '@/components/words/language'
import { batchWords } from '@/lib/words/batch'
import { roughly } from './roughly'

/** The one thing the page does: it says how many videos that are, and what is missing. */
export function CreateMany({
  count,
  wait,
  missing,
  failure,
  busy,
  onCreate,
}: {
  count: number
  /** Expected seconds until all of them are made. */
  wait: number
  missing: string | null
  failure: string | null
  busy: boolean
  onCreate: () => void
}) {
  const words = useWords(batchWords)
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
        className="text-wrap tabular-nums"
      >
        {busy ? words.sending(count) : what}
        {!busy && !missing && words.about(roughly(wait))}
      </Button>
      <p id="missing" className="mt-2 min-h-5 text-center text-sm text-quiet">
        {busy ? '' : missing}
      </p>
    </div>
  )
}
