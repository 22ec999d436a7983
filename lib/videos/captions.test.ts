import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { storage } from '@/lib/storage/files'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { getCaptions, putCaptions, resetCaptions } from './captions'
import { derivationOf, findMedia, requireFinished } from './media'

let postgres: TestDatabase
let team: TestTeam
let id: string

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)
afterAll(() => postgres.dispose())

const FINISHED = { status: 'completed', seconds: 4, sha256: 'f'.repeat(64) }
const SCRIPT = { input: 'One <|emotion_joy|>thing. Another thing.', voice: 'nora' }

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
  id = await team.insertVideo({ ...FINISHED, speech: SCRIPT })
})

const file = async (variant: string) => (await findMedia({ id }, variant)).content?.toString() ?? ''
const put = (...cues: [number, number, string][]) =>
  putCaptions(
    team.teamId,
    id,
    cues.map(([start, end, text]) => ({ start, end, text })),
  )

it('come from the script until somebody writes them, and again once that is forgotten', async () => {
  const before = await getCaptions(team.teamId, id)
  expect(before.edited).toBe(false)
  expect(before.cues.map(({ text }) => text)).toEqual(['One thing.', 'Another thing.'])

  await put([0, 1.5, 'One thing & more.'], [2, 4, 'Another.'])
  expect(await getCaptions(team.teamId, id)).toMatchObject({
    edited: true,
    cues: [{ end: 1.5 }, { start: 2 }],
  })
  expect(await file('captions.vtt')).toContain('00:00:00.000 --> 00:00:01.500\nOne thing &amp; more.')
  expect(await file('captions.srt')).toContain('2\n00:00:02,000 --> 00:00:04,000\nAnother.')

  expect(await resetCaptions(team.teamId, id)).toEqual(before)
})

it('a file of other captions has another tag, so that no browser shows the old ones', async () => {
  const tag = async () => (await findMedia({ id }, 'captions.vtt')).etag
  const before = await tag()
  await put([0, 1, 'Different.'])
  expect(await tag()).not.toBe(before)
})

it('a recording has none until somebody writes them; an empty list means none', async () => {
  id = await team.insertVideo(FINISHED)
  expect(await getCaptions(team.teamId, id)).toMatchObject({ edited: false, cues: [] })
  await expect(file('captions.vtt')).rejects.toMatchObject({ type: 'not_found' })
  await put([0.5, 2, 'Typed by hand.'])
  expect(await file('captions.vtt')).toContain('Typed by hand.')
  await put()
  await expect(file('captions.vtt')).rejects.toMatchObject({ type: 'not_found' })
})

it('refuses what cannot be shown, and says which', async () => {
  const refusal = (sentence: RegExp, index: number) => ({
    type: 'invalid_request',
    message: expect.stringMatching(sentence),
    param: `cues.${index}`,
  })
  await expect(put([0, 1, 'a'], [0.9, 2, 'b'])).rejects.toMatchObject(refusal(/^Caption 2 begins before/, 1))
  await expect(put([1, 2, 'a'], [0, 1, 'b'])).rejects.toMatchObject(refusal(/^Caption 2 begins before/, 1))
  await expect(put([3, 4.2, 'a'])).rejects.toMatchObject(refusal(/ends after the video/, 0))
  await expect(put([1, 1, 'a'])).rejects.toMatchObject(refusal(/lasts less/, 0))
  expect((await getCaptions(team.teamId, id)).edited).toBe(false)
  id = await team.insertVideo({ status: 'in_progress' })
  await expect(put([0, 1, 'a'])).rejects.toMatchObject({ type: 'conflict' })
})

it('belong to the team', async () => {
  const other = '00000000-0000-7000-8000-000000000000'
  await expect(getCaptions(other, id)).rejects.toMatchObject({ type: 'not_found' })
  await expect(putCaptions(other, id, [])).rejects.toMatchObject({ type: 'not_found' })
})

it('a video with other words in its pictures is another file, and the one before is not kept', async () => {
  const keyNow = async () => derivationOf(await requireFinished({ id, teamId: team.teamId }), 'captioned').key
  const before = await keyNow()
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'captions-')), 'captioned')
  writeFileSync(file, 'a film')
  await storage().putFile(before, file, 'video/mp4')
  await put([0, 1.5, 'Something else.'])
  expect(await keyNow()).not.toBe(before)
  expect(await storage().size(before)).toBeNull()
  await put()
  await expect(keyNow()).rejects.toMatchObject({ type: 'not_found' })
})
