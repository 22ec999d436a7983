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

/**
 * The list with what is newly known of its videos, each in its place; the same one where nothing is new. What only lists
 * say, such as how many versions there are, stays where it is not said anew.
 */
export function updated(pages: Pages, videos: StudioVideo[]): Pages {
  const told = new Map(videos.map((video) => [video.id, video]))
  return mapData(pages, (data) => {
    const known = data.map((video) => ({ ...video, ...told.get(video.id) }))
    return data.some((video, i) => differs(video, known[i])) ? known : data
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
  const groups = new Set(head.data.map(groupOf))
  const rest = known
    .slice(lastShared + 1)
    .filter((video) => video.created_at <= oldest.created_at && !isShown(video, groups))
  const last = rest.length > 0 ? (pages.pages.at(-1) ?? head) : head
  return { pages: [{ ...last, data: [...head.data, ...rest] }], pageParams: [null] }
}

/** What all versions of a video have in common. */
function groupOf({ id, version_of }: StudioVideo): string {
  return version_of ?? id
}

/** In a list that puts versions together, whether another one stands for this video. */
function isShown(video: StudioVideo, groups: ReadonlySet<string>): boolean {
  return video.versions !== undefined && groups.has(groupOf(video))
}

/** Whether a list that puts versions together has other versions of these videos. */
export function hasVersionsOf(pages: Pages, videos: StudioVideo[]): boolean {
  const groups = new Set(videos.map(groupOf))
  return videosIn(pages).some((video) => isShown(video, groups) && !videos.some(({ id }) => id === video.id))
}

/**
 * The list with videos that have come back, each at its moment and in the place of its other versions; those beyond what
 * is loaded come with their page.
 */
export function withReturned(pages: Pages, videos: StudioVideo[]): Pages {
  const groups = new Set(videos.map(groupOf))
  const others = videosIn(without(pages, new Set(videos.map(({ id }) => id))))
  const known = others.filter((video) => !isShown(video, groups))
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

function differs(before: StudioVideo, after: StudioVideo): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

function mapData(pages: Pages, change: (data: StudioVideo[]) => StudioVideo[]): Pages {
  const changed = pages.pages.map((page) => {
    const data = change(page.data)
    return data === page.data ? page : { ...page, data }
  })
  return changed.every((page, i) => page === pages.pages[i]) ? pages : { ...pages, pages: changed }
}
