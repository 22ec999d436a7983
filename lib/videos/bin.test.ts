import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listVideosSchema } from '@/lib/boson/requests'
import { judge } from '@/lib/share/gate'
import { assetKey, posterKey, storage, videoKey } from '@/lib/storage/files'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { deletePermanently, deleteVideo, emptyBin, restoreVideo } from './bin'
import { findVideo, listVideos } from './data'
import { findMedia } from './media'

let postgres: TestDatabase
let team: TestTeam
let directory: string

beforeAll(async () => {
  postgres = await startTestDatabase()
  directory = mkdtempSync(path.join(tmpdir(), 'bin-'))
}, 90_000)

afterAll(async () => {
  rmSync(directory, { recursive: true })
  await postgres.dispose()
})

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const stranger = { cookie: () => undefined }
const ids = async (deleted: 'true' | 'false') =>
  (await listVideos(team, listVideosSchema.parse({ deleted }))).data.map(({ id }) => id)

async function finished(): Promise<string> {
  const id = await team.insertVideo({ status: 'completed', sha256: 'a'.repeat(64) })
  for (const key of [videoKey(id), posterKey(id), assetKey('a'.repeat(64))]) {
    const file = path.join(directory, 'file')
    writeFileSync(file, 'bytes')
    await storage().putFile(key, file, 'video/mp4')
  }
  return id
}

it('a deleted video is gone for everybody, and back once it is restored', async () => {
  const id = await finished()
  const where = { id, teamId: team.teamId }
  const link = { videoId: id, createdById: team.userId, token: 'a-token' }
  await postgres.database.shareLink.create({ data: link })

  await deleteVideo(team.teamId, id)
  expect(await findVideo(team.teamId, id)).toBeNull()
  expect(await ids('false')).toEqual([])
  expect(await ids('true')).toEqual([id])
  await expect(findMedia(where, 'video')).rejects.toMatchObject({ type: 'not_found' })
  expect(await judge('a-token', stranger)).toMatchObject({ state: 'unknown' })
  await expect(deleteVideo(team.teamId, id)).rejects.toMatchObject({ type: 'not_found' })

  expect(await restoreVideo(team.teamId, id)).toMatchObject({ id, deleted_at: null, status: 'completed' })
  expect(await ids('true')).toEqual([])
  expect(await ids('false')).toEqual([id])
  expect(await findMedia(where, 'video')).toMatchObject({ key: videoKey(id) })
  expect(await judge('a-token', stranger)).toMatchObject({ state: 'open' })
})

it('another team can neither restore it nor remove it', async () => {
  const id = await finished()
  await deleteVideo(team.teamId, id)
  const other = await postgres.database.team.create({ data: { name: 'Others' } })
  await expect(restoreVideo(other.id, id)).rejects.toMatchObject({ type: 'not_found' })
  await expect(deletePermanently(other.id, id)).rejects.toMatchObject({ type: 'not_found' })
})

it('one that waits is stopped, and one that is made is asked to stop', async () => {
  const waiting = await team.insertVideo({ status: 'queued' })
  const running = await team.insertVideo({ status: 'in_progress' })
  await deleteVideo(team.teamId, waiting)
  await deleteVideo(team.teamId, running)
  const row = (id: string) => postgres.database.video.findUniqueOrThrow({ where: { id } })
  expect(await row(waiting)).toMatchObject({ status: 'cancelled' })
  expect((await row(running)).cancelRequestedAt).not.toBeNull()
  expect(await restoreVideo(team.teamId, waiting)).toMatchObject({
    status: 'failed',
    error_type: 'cancelled',
  })
})

it('is emptied of what has lain there for thirty days, files and unused inputs too', async () => {
  const [old, recent] = [await finished(), await finished()]
  for (const id of [old, recent]) await deleteVideo(team.teamId, id)
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60_000)
  const age = (id: string, count: number) =>
    postgres.database.video.update({ where: { id }, data: { deletedAt: days(count) } })
  await age(old, 31)
  await age(recent, 29)

  await emptyBin()
  expect(await ids('true')).toEqual([recent])
  expect(await storage().size(videoKey(old))).toBeNull()
  expect(await storage().size(videoKey(recent))).not.toBeNull()
  expect(await storage().size(assetKey('a'.repeat(64)))).not.toBeNull()

  await age(recent, 31)
  await emptyBin()
  expect(await ids('true')).toEqual([])
  expect(await storage().size(assetKey('a'.repeat(64)))).toBeNull()
})

it('does not wait where somebody wants a video gone for good', async () => {
  const id = await finished()
  await deletePermanently(team.teamId, id)
  expect(await ids('true')).toEqual([])
  expect(await storage().size(videoKey(id))).toBeNull()
  await expect(restoreVideo(team.teamId, id)).rejects.toMatchObject({ type: 'not_found' })
})
