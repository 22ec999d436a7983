import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { VideoList } from '@/lib/boson/schemas'
import { HEADS, LISTS } from './lists'
import { countNew, type Pages, updated, videosIn, withHead } from './video-pages'
import { type ListQuery, listVideos } from './videos'

const HEAD_POLL_MS = 5000
/** How long a list stays as it was left, for whoever comes back to it. */
const KEPT_MS = 15 * 60_000

/** Which videos a list shows. `name` tells it from others; what is asked for may depend on the hour. */
export type Listing = { name: string; query: ListQuery }

/** A list as the server has sent it with the page. */
export type FirstPage = { name: string; list: VideoList }

/**
 * The team's videos, or some of them, page after page. `visit` names a stay at the page: who returns to it finds what was
 * loaded. While `settled`, the beginning of the list follows what happens in the studio; otherwise nothing moves, and
 * `countNew` says how much there is to see.
 */
export function useGallery(first: FirstPage, { name, query }: Listing, visit: string, settled = true) {
  const client = useQueryClient()
  const key = useMemo(() => [LISTS, visit, name], [visit, name])
  const isFirst = first.name === name
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => listVideos(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: VideoList) => page.next_cursor,
    initialData: isFirst ? { pages: [first.list], pageParams: [null] } : undefined,
    // Until another list is there, the one before it stays.
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    refetchOnWindowFocus: false,
    structuralSharing: false,
  })
  const { data: head } = useQuery({
    queryKey: [HEADS, visit, name],
    queryFn: ({ signal }) => listVideos(query, null, signal),
    refetchInterval: HEAD_POLL_MS,
    refetchOnWindowFocus: 'always',
    // What the server has sent with the page counts on arrival, not on return to a list that has moved on since.
    initialData: () => (isFirst && !client.getQueryState(key)?.dataUpdateCount ? first.list : undefined),
    staleTime: HEAD_POLL_MS,
    gcTime: 0,
  })

  useEffect(() => {
    if (!head) return
    client.setQueryData(
      key,
      (pages?: Pages) => pages && (settled ? withHead(pages, head) : updated(pages, head.data)),
    )
  }, [client, key, head, settled])

  const { data } = list
  return {
    ...list,
    videos: useMemo(() => (data ? videosIn(data) : []), [data]),
    countNew: data && head && !list.isPlaceholderData ? countNew(data, head) : 0,
  }
}
