import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listVideosSchema } from '@/lib/boson/requests'
import { databasePool } from '@/lib/db/client'
import { readMigrations } from '@/lib/db/migrations'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { type Plan, watchPlans } from '@/lib/testing/watch-plans'
import { listVideos } from './data'

let postgres: TestDatabase
let team: TestTeam
let plans: Plan[]

beforeAll(async () => {
  postgres = await startTestDatabase()
  plans = await watchPlans(postgres.url, databasePool(), { enable_seqscan: 'off' })
  team = await startTestTeam(postgres.database)
  // Of a few rows the planner would rather read all.
  await postgres.database
    .$executeRaw`drop index "Video_teamId_createdAt_id_idx", "Video_teamId_folder_createdAt_id_idx"`
}, 90_000)

afterAll(() => postgres.dispose())

it('words are looked for in the indexes of titles and scripts', async () => {
  const titled = await team.insertVideo({ title: 'The moon' })
  const spoken = await team.insertVideo({ speech: { input: 'To the MOON and back.', voice: 'nora' } })
  await team.insertVideo({ title: 'The sun' })
  const { data } = await listVideos(team, listVideosSchema.parse({ q: 'the Moon', order: 'asc' }))
  expect(data.map(({ id }) => id)).toEqual([titled, spoken])
  const { steps } = plans.find(({ query }) => query.includes('ILIKE')) ?? { steps: '' }
  expect(steps).toContain('Bitmap Index Scan on "Video_title_idx"')
  expect(steps).toContain('Bitmap Index Scan on "Video_script_idx"')
})

it('a database that may not have the extension is migrated all the same', async () => {
  const migrations = await readMigrations('prisma/migrations')
  const { sql } = migrations.find(({ name }) => name.endsWith('_search')) ?? { sql: '' }
  const owner = postgres.database
  await owner.$executeRaw`drop extension pg_trgm cascade`
  await owner.$executeRaw`create role plain login`
  await owner.$executeRaw`create schema plain authorization plain`
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  const warnings: (string | undefined)[] = []
  client.on('notice', ({ severity, message }) => severity === 'WARNING' && warnings.push(message))
  await client.query('set session authorization plain; set search_path = plain')
  await client.query('create table "Video" (title text, speech jsonb)')
  await client.query(sql)
  await client.end()
  expect(warnings).toEqual([expect.stringMatching(/^Search stays slow, for pg_trgm cannot be had/)])
  await owner.$executeRaw`drop owned by plain`
  await owner.$executeRaw`drop role plain`
})
