import 'server-only'
import { VERSION_CHANGES, type Version } from '@/lib/boson/schemas'
import { database } from '@/lib/db/client'
import { requireVideo } from './data'
import { groupOf, inGroups } from './groups'
import { type VideoRow, videoInclude } from './row'
import { scriptOf } from './script'
import { toStudioVideo } from './view'

/** Versions of one video that are listed, the newest. */
const MOST = 100

/** What a version takes over from the video it is made from, beside its inputs. */
export function asVersionOf(original: Pick<VideoRow, 'id' | 'versionOf' | 'tags' | 'folder'>) {
  const { id, tags, folder } = original
  return { remixOf: id, versionOf: groupOf(original), tags, folder }
}

/** The same by id. One that is gone still names its group: its versions stay together. */
export async function asVersionOfNamed(teamId: string, id: string) {
  const original = await database().video.findFirst({ where: { id, teamId } })
  return original ? asVersionOf(original) : { remixOf: id, versionOf: id }
}

/** The versions of a team's video, itself among them, the newest first. Throws `not_found`. */
export async function listVersions(teamId: string, id: string): Promise<Version[]> {
  const group = groupOf(await requireVideo(teamId, id))
  const rows = await database().video.findMany({
    where: { AND: [{ teamId, deletedAt: null }, inGroups([group])] },
    include: videoInclude,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  const originals = await database().video.findMany({
    where: { teamId, id: { in: rows.flatMap(({ remixOf }) => remixOf ?? []) } },
    include: videoInclude,
  })
  const byId = new Map(originals.map((row) => [row.id, row]))
  return rows.map((row) => {
    const original = byId.get(row.remixOf ?? '')
    return { ...toStudioVideo(row), changes: original ? changesFrom(original, row) : null }
  })
}

/** What was asked for differently. */
function changesFrom(before: VideoRow, after: VideoRow): Version['changes'] {
  const [said, says] = [scriptOf(before.speech), scriptOf(after.speech)]
  const framed = JSON.stringify(before.framing) !== JSON.stringify(after.framing)
  const otherPortrait = before.portraitId !== after.portraitId
  const otherVoice = said?.voice !== says?.voice || before.referenceId !== after.referenceId
  const changes = {
    portrait: otherPortrait,
    framing: framed && !otherPortrait,
    script: says !== null && said?.input !== says.input,
    recording: says === null && before.recordingId !== after.recordingId,
    voice: said !== null && says !== null && otherVoice,
    size: before.size !== after.size,
    provider: before.provider !== after.provider,
  }
  return VERSION_CHANGES.filter((change) => changes[change])
}
