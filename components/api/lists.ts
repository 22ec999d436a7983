import type { Query, QueryClient } from '@tanstack/react-query'
import type { StudioVideo, VideoList } from '@/lib/boson/schemas'
import { hasVersionsOf, type Pages, updated, without, withReturned } from './video-pages'

/** Under which lists of videos are remembered, and what was last seen of their beginnings. */
export const LISTS = 'lists'
export const HEADS = 'heads'
/** The name of the list of deleted videos. */
export const BIN = 'bin'

/** Takes videos out of every list: they are in another one now. */
export async function dropFromLists(client: QueryClient, ids: string[]): Promise<void> {
  const gone = new Set(ids)
  // What is on its way may have been said before they went; a page that arrives brings back those before it, too.
  await Promise.all([LISTS, HEADS].map((kept) => client.cancelQueries({ queryKey: [kept] })))
  client.setQueriesData<Pages>({ queryKey: [LISTS] }, (pages) => pages && without(pages, gone))
  client.setQueriesData<VideoList>(
    { queryKey: [HEADS] },
    (head) => head && { ...head, data: head.data.filter(({ id }) => !gone.has(id)) },
  )
}

/** Shows in every list what the studio has just said of videos. */
export function updateLists(client: QueryClient, videos: StudioVideo[]): void {
  client.setQueriesData<Pages>({ queryKey: [LISTS] }, (pages) => pages && updated(pages, videos))
}

/** Puts restored videos back into the list that is shown, and out of the bin; what was left behind is asked for anew. */
export async function returnToLists(client: QueryClient, videos: StudioVideo[]): Promise<void> {
  await client.cancelQueries({ queryKey: [HEADS] })
  client.removeQueries({ queryKey: [LISTS], type: 'inactive' })
  const gone = new Set(videos.map(({ id }) => id))
  const shown = { queryKey: [LISTS], type: 'active' } as const
  const lists = client.getQueriesData<Pages>(shown)
  const amongVersions = lists.some(([, pages]) => pages && hasVersionsOf(pages, videos))
  client.setQueriesData<Pages>({ ...shown, predicate: isBin }, (pages) => pages && without(pages, gone))
  client.setQueriesData<Pages>(
    { ...shown, predicate: (query) => !isBin(query) },
    (pages) => pages && withReturned(pages, videos),
  )
  await client.invalidateQueries({ queryKey: [HEADS] })
  if (amongVersions) await askAnew(client)
}

/** Asks for all of the list that is shown: which of a video's versions stands for it may have changed. */
export function askAnew(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: [LISTS] })
}

function isBin({ queryKey }: Query): boolean {
  return queryKey[2] === BIN
}
