import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { VideoList } from '@/lib/boson/schemas'
import { listVideos } from './videos'

/** Under which the lists of videos are remembered. */
export const GALLERY = ['gallery']

type Pages = InfiniteData<VideoList, string | null>

/** The team's videos, or its bin, page after page, from the first one that the server has sent. */
export function useGallery(first: VideoList, { deleted = false } = {}) {
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: [...GALLERY, deleted],
    queryFn: ({ pageParam, signal }) => listVideos(pageParam, { deleted, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page: VideoList) => page.next_cursor,
    initialData: { pages: [first], pageParams: [null] },
    // Each visit starts from what the server has just said, not from the last visit.
    gcTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
  })
  /** Takes a video out of the list that is shown. */
  const drop = useCallback(
    (id: string) =>
      client.setQueryData([...GALLERY, deleted], (pages?: Pages) => pages && without(pages, id)),
    [client, deleted],
  )
  return { ...list, videos: list.data.pages.flatMap((page) => page.data), drop }
}

function without({ pages, pageParams }: Pages, id: string): Pages {
  const rest = (page: VideoList) => ({ ...page, data: page.data.filter((video) => video.id !== id) })
  return { pages: pages.map(rest), pageParams }
}
