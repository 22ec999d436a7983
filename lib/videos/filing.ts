import 'server-only'
import { StudioError } from '@/lib/boson/errors'
import { MAX_TAGS } from '@/lib/boson/limits'
import type { StudioVideo } from '@/lib/boson/schemas'
import { database, type Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { putIntoBin, takeOutOfBin } from './bin'
import type { LabelList, UpdateVideos } from './filing-schema'
import { videoInclude } from './row'
import { toStudioVideo } from './view'

/**
 * Changes many videos in one transaction, and returns those there are. Throws `invalid_request` where one would get too
 * many tags; then none is changed.
 */
export async function updateVideos(teamId: string, change: UpdateVideos): Promise<StudioVideo[]> {
  const { ids, add_tags = [], remove_tags = [], folder, deleted } = change
  const rows = await database().$transaction(async (transaction) => {
    if (deleted === false) await takeOutOfBin(transaction, teamId, ids)
    if (add_tags.length + remove_tags.length > 0) {
      await changeTags(transaction, teamId, ids, add_tags, remove_tags)
    }
    if (folder !== undefined) {
      await transaction.video.updateMany({ where: { teamId, id: { in: ids } }, data: { folder } })
    }
    if (deleted === true) await putIntoBin(transaction, teamId, ids)
    return transaction.video.findMany({ where: { teamId, id: { in: ids } }, include: videoInclude })
  })
  return rows.map(toStudioVideo)
}

/** Two spellings that differ in case only are one tag: the one that was there first. */
async function changeTags(
  transaction: Transaction,
  teamId: string,
  ids: string[],
  add: string[],
  remove: string[],
): Promise<void> {
  const removed = remove.map((tag) => tag.toLowerCase())
  const full = await transaction.$queryRaw<{ id: string }[]>`
    with changed as (
      update "Video" set tags = array(
        select tag from (
          select distinct on (lower(tag)) tag, place from unnest(tags || ${add}::text[]) with ordinality as t(tag, place)
          where lower(tag) <> all (${removed}::text[]) order by lower(tag), place
        ) kept order by place)
      where "teamId" = ${teamId}::uuid and id in (${Prisma.join(ids)})
      returning id, tags)
    select id from changed where cardinality(tags) > ${MAX_TAGS} limit 1`
  if (full.length > 0) {
    throw new StudioError(
      'invalid_request',
      `A video can have at most ${MAX_TAGS} tags. Take some off before you add more.`,
      { param: 'add_tags' },
    )
  }
}

/** The tags of a team's videos, in the order of the alphabet. */
export async function listTags(teamId: string): Promise<LabelList> {
  const rows = await database().$queryRaw<{ name: string; videos: number }[]>`
    select tag as name, count(*)::int as videos from "Video", unnest(tags) tag
    where "teamId" = ${teamId}::uuid and "deletedAt" is null group by tag order by lower(tag), tag`
  return { object: 'list', data: rows }
}

/** The folders of a team's videos, in the order of the alphabet. */
export async function listFolders(teamId: string): Promise<LabelList> {
  const rows = await database().$queryRaw<{ name: string; videos: number }[]>`
    select folder as name, count(*)::int as videos from "Video"
    where "teamId" = ${teamId}::uuid and "deletedAt" is null and folder is not null
    group by folder order by lower(folder), folder`
  return { object: 'list', data: rows }
}
