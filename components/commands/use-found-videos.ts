import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { listVideos } from '@/components/api/videos'
import type { StudioVideo } from '@/lib/boson/schemas'

const SHOWN = '6'

/** The newest videos with these words in their titles or scripts; none until something is typed. */
export function useFoundVideos(typed: string): StudioVideo[] {
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['found videos', q],
    queryFn: ({ signal }) => listVideos({ q, limit: SHOWN }, null, signal),
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
  })
  return q.length > 1 ? (data?.data ?? []) : []
}
