import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { listBatches } from '@/components/api/batches'
import { errorSentence } from '@/components/api/request'
import { Button } from '@/components/ui/button'
import { When } from '@/components/ui/when'
import { useWords } from '@/components/words/language'
import type { BatchList } from '@/lib/batches/schema'
import { actionWords } from '@/lib/words/actions'
import { batchWords } from '@/lib/words/batch'

/** The batches before, to come back to. `first` is the newest page of them. */
export function PastBatches({ first }: { first: BatchList }) {
  const words = useWords(batchWords)
  const acts = useWords(actionWords)
  const list = useInfiniteQuery({
    queryKey: ['batches'],
    queryFn: ({ pageParam, signal }) => listBatches(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: BatchList) => (page.has_more ? page.last_id : null),
    initialData: { pages: [first], pageParams: [null] },
    // Each visit starts from what the server has just said, not from the last visit.
    gcTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
  })
  const batches = list.data.pages.flatMap((page) => page.data)
  if (batches.length === 0) return null
  return (
    <section aria-labelledby="past-heading" className="mt-10">
      <h2 id="past-heading" className="text-sm font-medium">
        {words.past}
      </h2>
      <ul className="mt-2 border-t border-hair">
        {batches.map(({ id, title, counts, created_at }) => (
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
      <p role="alert" className={list.error ? 'pt-4 text-sm text-danger' : 'hidden'}>
        {list.error && errorSentence(list.error)}
      </p>
      {list.hasNextPage && (
        <Button className="mt-4" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {list.isFetchingNextPage ? acts.loading : acts.showMore}
        </Button>
      )}
    </section>
  )
}
