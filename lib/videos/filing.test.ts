import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { MAX_AT_ONCE } from '@/lib/boson/limits'
import { listVideosSchema } from '@/lib/boson/requests'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { listVideos } from './data'
import { listFolders, listTags, updateVideos } from './filing'
import { type UpdateVideos, updateVideoSchema, updateVideosSchema } from './filing-schema'
import { updateVideo } from './mutations'

let postgres: TestDatabase
let team: TestTeam

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const ids = async (query: Record<string, string>) =>
  (await listVideos(team, listVideosSchema.parse(query))).data.map(({ id }) => id)
const change = (them: string[], what: Omit<UpdateVideos, 'ids'>) =>
  updateVideos(team.teamId, updateVideosSchema.parse({ ids: them, ...what }))
const row = (id: string) => postgres.database.video.findUniqueOrThrow({ where: { id } })

it('filters by size, engine, moment, tag and folder', async () => {
  const old = await team.insertVideo({ createdAt: new Date(1000_000), size: '480x640', provider: 'local' })
  const tagged = await team.insertVideo({ createdAt: new Date(2000_000), tags: ['news', 'a b'] })
  const filed = await team.insertVideo({ createdAt: new Date(3000_500), folder: 'Clients' })
  expect(await ids({ size: '480x640' })).toEqual([old])
  expect(await ids({ provider: 'local' })).toEqual([old])
  expect(await ids({ created_after: '2000' })).toEqual([filed, tagged])
  expect(await ids({ created_before: '2000' })).toEqual([old])
  expect(await ids({ created_after: '1001', created_before: '3001' })).toEqual([filed, tagged])
  expect(await ids({ tag: 'a b' })).toEqual([tagged])
  expect(await ids({ tag: 'a' })).toEqual([])
  expect(await ids({ folder: 'Clients' })).toEqual([filed])
})

it('tags are added after those there are, once in any case, and taken off', async () => {
  const [a, b] = [await team.insertVideo({ tags: ['News'] }), await team.insertVideo()]
  await change([a, b, 'video_none'], { add_tags: ['news', 'ads', 'ADS', 'zoo'] })
  expect([(await row(a)).tags, (await row(b)).tags]).toEqual([
    ['News', 'ads', 'zoo'],
    ['news', 'ads', 'zoo'],
  ])
  expect((await listTags(team.teamId)).data).toEqual([
    { name: 'ads', videos: 2 },
    { name: 'News', videos: 1 },
    { name: 'news', videos: 1 },
    { name: 'zoo', videos: 2 },
  ])
  const changed = await change([a, b], { remove_tags: ['NEWS', 'zoo'], add_tags: ['new'] })
  expect(changed.map(({ tags }) => tags)).toEqual([
    ['ads', 'new'],
    ['ads', 'new'],
  ])
  await updateVideo(team.teamId, a, updateVideoSchema.parse({ tags: ['Q1', ' q1 ', 'x'] }))
  expect((await row(a)).tags).toEqual(['Q1', 'x'])
})

it('where one video would get too many tags, none is changed', async () => {
  const full = await team.insertVideo({ tags: Array.from({ length: 20 }, (_, i) => `t${i}`) })
  const other = await team.insertVideo()
  await expect(change([other, full], { add_tags: ['one more'] })).rejects.toMatchObject({
    type: 'invalid_request',
    param: 'add_tags',
  })
  expect((await row(other)).tags).toEqual([])
  await change([full], { add_tags: ['one more'], remove_tags: ['t3'] })
  expect((await row(full)).tags).toHaveLength(20)
})

it('videos go into a folder and out again; what is in the bin does not count', async () => {
  const [a, b] = [await team.insertVideo(), await team.insertVideo({ folder: 'Old' })]
  await change([a, b], { folder: 'Clients' })
  expect((await listFolders(team.teamId)).data).toEqual([{ name: 'Clients', videos: 2 }])
  await change([a], { folder: null })
  await change([b], { deleted: true })
  expect((await listFolders(team.teamId)).data).toEqual([])
  expect((await row(b)).folder).toBe('Clients')
})

it('many are deleted and restored at once; what was being made stops', async () => {
  const finished = await team.insertVideo({ status: 'completed' })
  const queued = await team.insertVideo({ status: 'queued' })
  const running = await team.insertVideo({ status: 'in_progress' })
  await change([finished, queued, running], { deleted: true })
  expect(await ids({})).toEqual([])
  expect(await row(queued)).toMatchObject({ status: 'cancelled' })
  expect((await row(running)).cancelRequestedAt).not.toBeNull()
  await change([finished, queued, running], { deleted: false })
  expect(await ids({})).toHaveLength(3)
})

it('another team’s videos stay as they are', async () => {
  const foreign = await postgres.database.team.create({ data: { name: 'Others' } })
  const theirs = await team.insertVideo({ teamId: foreign.id, tags: ['secret'], folder: 'Secret' })
  expect(await change([theirs], { add_tags: ['mine'], folder: 'Mine', deleted: true })).toEqual([])
  expect(await row(theirs)).toMatchObject({ tags: ['secret'], folder: 'Secret', deletedAt: null })
  expect((await listTags(team.teamId)).data).toEqual([])
  expect((await listFolders(team.teamId)).data).toEqual([])
})

it('a change says something, names few enough videos, and has names that can be read', () => {
  const wrong = (schema: { safeParse: typeof updateVideosSchema.safeParse }, value: unknown) =>
    schema.safeParse(value).error?.issues[0].message
  expect(wrong(updateVideosSchema, { ids: ['a'] })).toMatch(/what to change/)
  expect(wrong(updateVideosSchema, { ids: [], folder: null })).toMatch(/at least one/)
  const many = Array.from({ length: MAX_AT_ONCE + 1 }, () => 'a')
  expect(wrong(updateVideosSchema, { ids: many, folder: null })).toMatch(/at most 500/)
  expect(updateVideoSchema.safeParse({}).error?.issues[0].message).toMatch(/title, tags or folder/)
  for (const tags of [[''], ['a\nb'], ['x'.repeat(41)], Array(21).fill('x')]) {
    expect(updateVideoSchema.safeParse({ tags }).success).toBe(false)
  }
})
