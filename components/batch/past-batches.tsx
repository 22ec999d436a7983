import Link from 'next/link'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import type { BatchList } from '@/lib/batches/schema'
import { batchWords } from '@/lib/words/batch'

/** The batches before, to come back to. */
export function PastBatches({ past }: { past: BatchList }) {
  const words = useWords(batchWords)
  if (past.data.length === 0) return null
  return (
    <section aria-labelledby="past-heading" className="mt-10">
      <h2 id="past-heading" className="text-sm font-medium">
        {words.past}
      </h2>
      <ul className="mt-2 border-t border-hair">
        {past.data.map(({ id, title, counts, created_at }) => (
          <li key={id} className="border-b border-hair">
            <Link
              href={`/batch/${id}`}
              className="flex min-h-11 flex-wrap items-center gap-x-4 py-2 text-sm hover:underline"
            >
              <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
              <span className="text-quiet tabular-nums">
                {words.pastCounts(counts.completed, counts.total)}
              </span>
              <span className="text-quiet sm:w-24 sm:text-right">
                <When at={created_at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
