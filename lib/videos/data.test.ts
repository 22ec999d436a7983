import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listVideosSchema } from '@/lib/boson/requests'
import { addUser } from '@/lib/team/accounts'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { listVideos } from './data'

let postgres: TestDatabase
let team: TestTeam

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const list = (query: Record<string, string> = {}) => listVideos(team, listVideosSchema.parse(query))
const ids = async (query: Record<string, string> = {}) => (await list(query)).data.map(({ id }) => id)

/** All pages, by the cursor or by the last id. */
async function pages(query: Record<string, string>, by: 'next_cursor' | 'last_id'): Promise<string[]> {
  const found: string[] = []
  let after = ''
  for (let page = 0; page < 20; page++) {
    const { data, has_more, ...cursors } = await list({ ...query, ...(after && { after }) })
    found.push(...data.map(({ id }) => id))
    if (!has_more) return found
    after = cursors[by] ?? ''
  }
  throw new Error('the list does not end')
}

it('pages cover every video once, in both orders and by both cursors, also where moments are the same', async () => {
  const moments = [1, 2, 2, 2, 3, 3, 4].map((second) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)))
  const made: string[] = []
  for (const createdAt of moments) made.push(await team.insertVideo({ createdAt }))
  for (const by of ['next_cursor', 'last_id'] as const) {
    expect(await pages({ limit: '2', order: 'asc' }, by)).toEqual(made)
    expect(await pages({ limit: '3' }, by)).toEqual(made.toReversed())
  }
})

it('a page after a video that was deleted follows by the cursor, and says so by the id', async () => {
  for (let i = 0; i < 4; i++) await team.insertVideo({ createdAt: new Date(Date.UTC(2026, 0, 1 + i)) })
  const first = await list({ limit: '2' })
  await postgres.database.video.delete({ where: { id: first.last_id ?? '' } })
  expect((await list({ limit: '2', after: first.next_cursor ?? '' })).data).toHaveLength(2)
  await expect(list({ after: first.last_id ?? '' })).rejects.toMatchObject({
    type: 'not_found',
    param: 'after',
  })
})

it('filters by state, creator and words of title and script', async () => {
  const speech = { input: 'The moon is made of 100 % cheese.', voice: 'nora' }
  const spoken = await team.insertVideo({ speech, status: 'completed' })
  const titled = await team.insertVideo({ title: 'Moonlight', status: 'failed' })
  const stopped = await team.insertVideo({ status: 'cancelled' })
  await addUser({ name: 'Bob', email: 'bob@example.org', password: 'builder of things' })
  const bob = await postgres.database.user.findUniqueOrThrow({ where: { email: 'bob@example.org' } })
  const bobs = await team.insertVideo({ createdById: bob.id })

  expect(await ids({ status: 'completed' })).toEqual([spoken])
  expect((await ids({ status: 'failed' })).sort()).toEqual([titled, stopped].sort())
  expect((await ids({ q: 'MOON' })).sort()).toEqual([spoken, titled].sort())
  expect(await ids({ q: '0 %' })).toEqual([spoken])
  expect(await ids({ q: '_' })).toEqual([])
  for (const created_by of [bob.id, 'Bob@example.org']) expect(await ids({ created_by })).toEqual([bobs])
  expect(await ids({ created_by: 'me' })).toHaveLength(3)
  expect(await ids({ created_by: 'nobody' })).toEqual([])
})

it('words are found whatever their case, umlauts too', async () => {
  const training = await team.insertVideo({ title: 'Übung macht den Meister' })
  const speech = { input: 'Fünf ÄRZTE und ein Bär.', voice: 'nora' }
  const spoken = await team.insertVideo({ speech })
  expect(await ids({ q: 'übung MACHT' })).toEqual([training])
  for (const q of ['ärzte', 'FÜNF', 'bär']) expect(await ids({ q })).toEqual([spoken])
})

it('another team’s videos are nowhere', async () => {
  const foreign = await postgres.database.team.create({ data: { name: 'Others' } })
  const asset = { sha256: 'b'.repeat(64), kind: 'image' as const, contentType: 'image/png', bytes: 1 }
  const portrait = await postgres.database.asset.create({ data: { ...asset, teamId: foreign.id } })
  const theirs = await team.insertVideo({ teamId: foreign.id, portraitId: portrait.id, title: 'secret' })
  expect(await ids()).toEqual([])
  expect(await ids({ q: 'secret' })).toEqual([])
  await expect(list({ after: theirs })).rejects.toMatchObject({ type: 'not_found' })
})
