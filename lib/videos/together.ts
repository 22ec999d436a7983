import 'server-only'
import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { groupOf, inGroups } from './groups'
import type { VideoRow } from './row'

/** Rows read at a time where few are missing, since some of them will not be shown. */
const FEWEST = 16

/** A place in a list: of the last video seen. Holds even when that video is deleted. */
export type Position = Pick<VideoRow, 'createdAt' | 'id'>
/** The next rows of a list after a place in it, at most so many. */
export type ReadRows = (position: Position | null, most: number) => Promise<VideoRow[]>
/** Which videos are in a list. */
export type List = { teamId: string; where: Prisma.VideoWhereInput }
/** A row with how many versions of it there are, whether or not the list has them. */
type Counted = { row: VideoRow; versions: number }

/**
 * The next `count` rows of a list that shows one version of each video: of those in the list, the newest that is
 * finished, else the newest. Which one that is does not depend on the page, so pages neither repeat nor leave out any.
 */
export async function oneOfEach(
  read: ReadRows,
  list: List,
  position: Position | null,
  count: number,
): Promise<Counted[]> {
  const shown: Counted[] = []
  for (let at = position; ; ) {
    const most = Math.max(count - shown.length, FEWEST)
    const rows = await read(at, most)
    const groups = await groupsOf(list, rows)
    for (const row of rows) {
      const group = groups.get(groupOf(row))
      if (!group || group.best === row.id) shown.push({ row, versions: group?.versions ?? 1 })
    }
    at = rows.at(-1) ?? null
    if (shown.length >= count || rows.length < most) return shown.slice(0, count)
  }
}

type Group = { best: string | undefined; versions: number }

/** What stands for each group among these that has more than one version, and how many it has. */
async function groupsOf({ teamId, where }: List, rows: VideoRow[]): Promise<Map<string, Group>> {
  const { video } = database()
  const later = await video.findMany({
    where: { teamId, versionOf: { in: rows.map(groupOf) } },
    select: { versionOf: true },
    distinct: ['versionOf'],
  })
  const names = later.flatMap(({ versionOf }) => versionOf ?? [])
  if (names.length === 0) return new Map()
  const select = { id: true, versionOf: true, status: true, createdAt: true } as const
  const [kept, listed] = await Promise.all([
    video.findMany({ where: { AND: [{ teamId, deletedAt: null }, inGroups(names)] }, select }),
    video.findMany({ where: { AND: [where, inGroups(names)] }, select }),
  ])
  const of = (name: string, versions: Rated[]) => versions.filter((version) => groupOf(version) === name)
  return new Map(
    names.map((name) => [
      name,
      { best: of(name, listed).sort(byWorth).at(0)?.id, versions: of(name, kept).length },
    ]),
  )
}

type Rated = Pick<VideoRow, 'id' | 'versionOf' | 'status' | 'createdAt'>

/** The one to show first. */
function byWorth(a: Rated, b: Rated): number {
  const finished = ({ status }: Rated) => Number(status === 'completed')
  const later = b.createdAt.getTime() - a.createdAt.getTime()
  return finished(b) - finished(a) || later || (a.id < b.id ? 1 : -1)
}
