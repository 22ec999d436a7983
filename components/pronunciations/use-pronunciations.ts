import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listPronunciations } from '@/components/api/pronunciations'
import type { PronunciationView } from '@/lib/pronunciations/schema'

const PRONUNCIATIONS = ['pronunciations']
const ORDER = new Intl.Collator('en', { numeric: true })

/** The team's dictionary, by word. `remember` and `forget` take in what the studio answered to a change. */
export function usePronunciations(initial: PronunciationView[]) {
  const client = useQueryClient()
  const { data: pronunciations } = useQuery({
    queryKey: PRONUNCIATIONS,
    queryFn: ({ signal }) => listPronunciations(signal),
    initialData: initial,
    gcTime: 0,
    refetchOnMount: false,
  })
  const change = (next: (before: PronunciationView[]) => PronunciationView[]) =>
    client.setQueryData<PronunciationView[]>(PRONUNCIATIONS, (before = []) => next(before))
  const forget = (id: string) => change((before) => before.filter((other) => other.id !== id))
  return {
    pronunciations,
    forget,
    remember: (pronunciation: PronunciationView) => {
      forget(pronunciation.id)
      change((before) => [...before, pronunciation].sort((a, b) => ORDER.compare(a.word, b.word)))
    },
  }
}
