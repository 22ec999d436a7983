import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { cancelBatch, getBatch, retryBatch } from '@/components/api/batches'
import type { BatchDetail } from '@/lib/batches/schema'

/** A long table is asked for less often. */
const pollMs = (rows: number) => (rows <= 50 ? 1000 : 3000)

/** Follows a batch while it is made; a lost connection keeps the last state (`lost`) and goes on asking. */
export function useBatch(initial: BatchDetail) {
  const client = useQueryClient()
  const key = ['batch', initial.id]
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => getBatch(initial.id, signal),
    initialData: initial,
    gcTime: 0,
    staleTime: 1000,
    refetchInterval: ({ state }) =>
      state.data?.status === 'ended' ? false : pollMs(state.data?.rows.length ?? 0),
  })
  const remember = (batch: BatchDetail) => client.setQueryData(key, batch)
  const cancelling = useMutation({ mutationFn: () => cancelBatch(initial.id), onSuccess: remember })
  const retrying = useMutation({ mutationFn: () => retryBatch(initial.id), onSuccess: remember })
  return {
    batch: query.data,
    lost: query.isError,
    cancelling,
    retrying,
    failure: cancelling.error ?? retrying.error,
  }
}
