import type { InfiniteData } from '@tanstack/react-query'
import type { StudioVideo, VideoList } from '@/lib/boson/schemas'

/** What has been loaded of a list, newest first. */
export type Pages = InfiniteData<VideoList>

export function videosIn(pages: Pages): StudioVideo[] {
  return pages.pages.flatMap((page) => page.data)
}

/** The list without some videos; the same one where none of them is in it. */
export function without(pages: Pages, ids: ReadonlySet<string>): Pages {
  return mapData(pages, (data) =>
    data.some(({ id }) => ids.has(id)) ? data.filter(({ id }) => !ids.has(id)) : data,
  )
}

/** The list with what is newly known of its videos, each in its place; the same one where nothing is new. */
export function updated(pages: Pages, videos: StudioVideo[]): Pages {
  const known = new Map(videos.map((video) => [video.id, video]))
  return mapData(pages, (data) => {
    if (!data.some((video) => differs(video, known.get(video.id)))) return data
    return data.map((video) => known.get(video.id) ?? video)
  })
}

/**
 * The list with its beginning as it is now: new videos come in, those that were deleted go. Where so many are new that
 * there is a gap, the list begins again.
 */
export function withHead(pages: Pages, head: VideoList): Pages {
  const known = videosIn(pages)
  const current = new Set(head.data.map(({ id }) => id))
  if (known.length >= head.data.length && head.data.every(({ id }, i) => id === known[i].id)) {
    const whole = head.has_more || known.length === head.data.length
    if (whole) return updated(pages, head.data)
  }
  const oldest = head.data.at(-1)
  const lastShared = known.findLastIndex(({ id }) => current.has(id))
  if (!head.has_more || !oldest || lastShared === -1) return { pages: [head], pageParams: [null] }
  const rest = known.slice(lastShared + 1).filter(({ created_at }) => created_at <= oldest.created_at)
  const last = rest.length > 0 ? (pages.pages.at(-1) ?? head) : head
  return { pages: [{ ...last, data: [...head.data, ...rest] }], pageParams: [null] }
}

/** The list with videos that have come back, each at its moment; those beyond what is loaded come with their page. */
export function withReturned(pages: Pages, videos: StudioVideo[]): Pages {
  const known = videosIn(without(pages, new Set(videos.map(({ id }) => id))))
  const last = pages.pages[pages.pages.length - 1]
  const oldest = last.next_cursor === null ? Number.NEGATIVE_INFINITY : (known.at(-1)?.created_at ?? 0)
  const returned = videos.filter(({ created_at }) => created_at >= oldest)
  const data = [...known, ...returned].sort((a, b) => b.created_at - a.created_at)
  return { pages: [{ ...last, data }], pageParams: [null] }
}

/** How many videos at the beginning of `head` the list does not have. */
export function countNew(pages: Pages, head: VideoList): number {
  const known = new Set(videosIn(pages).map(({ id }) => id))
  const first = head.data.findIndex(({ id }) => known.has(id))
  return first === -1 ? head.data.length : first
}

function differs(before: StudioVideo, after: StudioVideo | undefined): boolean {
  return after !== undefined && after !== before && JSON.stringify(before) !== JSON.stringify(after)
}

function mapData(pages: Pages, change: (data: StudioVideo[]) => StudioVideo[]): Pages {
  const changed = pages.pages.map((page) => {
    const data = change(page.data)
    return data === page.data ? page : { ...page, data }
  })
  return changed.every((page, i) => page === pages.pages[i]) ? pages : { ...pages, pages: changed }
}
