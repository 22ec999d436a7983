import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { engine } from '@/lib/provider/engine'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { editVideo } from './edit'

let postgres: TestDatabase
let team: TestTeam

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)
afterAll(async () => {
  engine().stop()
  await postgres.dispose()
})
beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const SCRIPT = { input: 'Hello there. How are you today? Good night.', voice: 'nora' }
const FINISHED = {
  provider: 'local',
  status: 'completed',
  seconds: 6,
  sha256: 'f'.repeat(64),
  speech: SCRIPT,
}
const edit = (id: string, input: string) => editVideo(team, id, input)

it('a new version is made from the film there is, in the same voice and with the same performance', async () => {
  const id = await team.insertVideo({ ...FINISHED, title: 'Greetings', seed: 77 })
  const version = await edit(id, 'Hello there. How is your day going? Good night.')
  expect(version).toMatchObject({
    status: 'queued',
    title: 'Greetings',
    seed: 77,
    retakeOf: id,
    remixOf: id,
    speech: { input: 'Hello there. How is your day going? Good night.', voice: 'nora' },
  })
  expect(version.expectedWait).toBeLessThan(2)
})

it('what cannot be changed says why', async () => {
  const refused = async (change: object, input = 'Good morning.') =>
    edit(await team.insertVideo({ ...FINISHED, ...change }), input)
  await expect(refused({ status: 'in_progress' })).rejects.toMatchObject({ type: 'conflict' })
  await expect(refused({ speech: undefined })).rejects.toThrow('speaks a recording')
  await expect(refused({}, `${SCRIPT.input} `)).rejects.toThrow('as it was')
  await expect(refused({}, '...')).rejects.toMatchObject({ type: 'empty_input' })
})
