import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listVideosSchema } from '@/lib/boson/requests'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { deletePermanently, deleteVideo } from './bin'
import { listVideos } from './data'
import { asVersionOfNamed, listVersions } from './versions'

let postgres: TestDatabase
let team: TestTeam

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)
afterAll(() => postgres.dispose())
beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const at = (minute: number) => ({ createdAt: new Date(Date.UTC(2026, 0, 1, 0, minute)) })
const DONE = { status: 'completed' }
const together = (query: Record<string, string> = {}) =>
  listVideos(team, listVideosSchema.parse({ versions: 'together', ...query }))
const tiles = async (query: Record<string, string> = {}) =>
  (await together(query)).data.map(({ id, versions }) => [id, versions])

it('of each video one version is shown, the newest that is finished, with how many there are', async () => {
  const first = await team.insertVideo({ ...DONE, ...at(1) })
  const alone = await team.insertVideo({ ...DONE, ...at(2) })
  const second = await team.insertVideo({ ...DONE, ...at(3), versionOf: first })
  await team.insertVideo({ status: 'in_progress', ...at(4), versionOf: first })
  const tried = await team.insertVideo({ status: 'failed', ...at(5) })
  const again = await team.insertVideo({ status: 'queued', ...at(6), versionOf: tried })
  const shown = [
    [again, 2],
    [second, 3],
    [alone, 1],
  ]
  expect(await tiles()).toEqual(shown)
  expect(await tiles({ order: 'asc' })).toEqual(shown.toReversed())
  expect((await listVideos(team)).data).toHaveLength(6)
})

it('what is looked for is found in any version', async () => {
  const say = (input: string) => ({ ...DONE, speech: { input, voice: 'nora' } })
  const first = await team.insertVideo({ ...say('About apples.'), ...at(1), size: '480x640' })
  const second = await team.insertVideo({ ...say('About pears.'), ...at(2), versionOf: first })
  expect(await tiles({ q: 'apples' })).toEqual([[first, 2]])
  expect(await tiles({ q: 'about' })).toEqual([[second, 2]])
  expect(await tiles({ size: '480x640' })).toEqual([[first, 2]])
})

it('pages show every video once, however its versions are spread', async () => {
  const shown: string[] = []
  for (let minute = 0; minute < 12; minute += 4) {
    const first = await team.insertVideo({ ...DONE, ...at(minute) })
    await team.insertVideo({ ...DONE, ...at(minute + 20), versionOf: first })
    shown.push(await team.insertVideo({ ...DONE, ...at(minute + 40), versionOf: first }))
    shown.push(await team.insertVideo({ ...DONE, ...at(minute + 41) }))
  }
  for (const order of ['desc', 'asc']) {
    const found: string[] = []
    let page = await together({ limit: '2', order })
    for (;;) {
      found.push(...page.data.map(({ id }) => id))
      if (page.next_cursor === null) break
      page = await together({ limit: '2', order, after: page.next_cursor })
    }
    expect(found).toEqual(order === 'asc' ? shown : shown.toReversed())
  }
})

it('deleting a version leaves the others, also where it is the first and gone for good', async () => {
  const first = await team.insertVideo({ ...DONE, ...at(1) })
  const second = await team.insertVideo({ ...DONE, ...at(2), versionOf: first, remixOf: first })
  const third = await team.insertVideo({ ...DONE, ...at(3), versionOf: first, remixOf: second })
  await deleteVideo(team.teamId, third)
  expect(await tiles()).toEqual([[second, 2]])
  await deletePermanently(team.teamId, first)
  expect(await tiles()).toEqual([[second, 1]])
  expect(await listVersions(team.teamId, second)).toMatchObject([{ id: second, changes: null }])
  expect(await asVersionOfNamed(team.teamId, second)).toMatchObject({ versionOf: first, remixOf: second })
  expect(await asVersionOfNamed(team.teamId, first)).toEqual({ versionOf: first, remixOf: first })
})

it('a version says what is different from the one it was made from', async () => {
  const speech = { input: 'Hello.', voice: 'nora' }
  const first = await team.insertVideo({ ...at(1), speech, provider: 'local', tags: ['news'], folder: 'A' })
  const made = (minute: number, remixOf: string, change: object) =>
    team.insertVideo({ ...at(minute), speech, provider: 'local', versionOf: first, remixOf, ...change })
  const louder = await made(2, first, { speech: { input: 'Hello!', voice: 'jake' } })
  const upright = await made(3, louder, {
    speech: { input: 'Hello!', voice: 'jake' },
    size: '480x640',
    provider: 'boson',
  })
  const again = await made(4, first, {})
  const said = (await listVersions(team.teamId, louder)).map(({ id, changes }) => [id, changes])
  expect(said).toEqual([
    [again, []],
    [upright, ['size', 'provider']],
    [louder, ['script', 'voice']],
    [first, null],
  ])
  expect(await asVersionOfNamed(team.teamId, louder)).toMatchObject({ versionOf: first, tags: [] })
  expect(await asVersionOfNamed(team.teamId, first)).toMatchObject({ tags: ['news'], folder: 'A' })
})

it('versions of another team are nobody’s business', async () => {
  const foreign = await postgres.database.team.create({ data: { name: 'Others' } })
  const ours = await team.insertVideo({ ...DONE, ...at(1) })
  await team.insertVideo({ ...DONE, ...at(2), versionOf: ours, teamId: foreign.id })
  expect(await tiles()).toEqual([[ours, 1]])
  expect(await listVersions(team.teamId, ours)).toHaveLength(1)
})
