import type { Caller } from '@/lib/auth/access'
import type { Database } from '@/lib/db/client'
import { createOwner } from '@/lib/team/accounts'

/** A team with one member and a portrait, in an otherwise empty database. */
export type TestTeam = Caller & {
  portraitId: string
  /** Writes a video as it is, without a job. Returns its id. */
  insertVideo: (change?: object) => Promise<string>
}

let lastVideo = 0

/** Empties the database and makes the team. */
export async function startTestTeam(database: Database): Promise<TestTeam> {
  await database.$executeRaw`truncate "User", "Team" cascade`
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
  const { teamId, userId } = await database.membership.findFirstOrThrow()
  const asset = { teamId, sha256: 'a'.repeat(64), kind: 'image' as const, contentType: 'image/png', bytes: 1 }
  const { id: portraitId } = await database.asset.create({ data: asset })
  async function insertVideo(change: object = {}): Promise<string> {
    lastVideo += 1
    const id = `video_${String(lastVideo).padStart(24, '0')}`
    const common = { id, teamId, createdById: userId, portraitId, title: 't', provider: 'boson' as const }
    const rest = { model: 'm', size: '640x640', seed: 1, expectedSeconds: 1 }
    await database.video.create({ data: { ...common, ...rest, ...change } })
    return id
  }
  return { teamId, userId, portraitId, insertVideo }
}
