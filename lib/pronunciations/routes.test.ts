import { readFile, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import { engine } from '@/lib/provider/engine'
import { createOwner } from '@/lib/team/accounts'
import { createApiKey } from '@/lib/team/api-keys'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { scriptOf } from '@/lib/videos/script'
import {
  deletedPronunciationSchema,
  MAX_PRONUNCIATIONS,
  pronunciationListSchema,
  pronunciationSchema,
} from './schema'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  Object.assign(process.env, {
    DATA_DIR: mkdtempSync(`${tmpdir()}/pronunciations-`),
    NEXTAUTH_SECRET: 'a secret of this test',
    AVATAR_PROVIDER: 'local',
  })
})
const routes = {
  '/v1/pronunciations': await import('@/app/v1/pronunciations/route'),
  '/v1/pronunciations/[id]': await import('@/app/v1/pronunciations/[id]/route'),
  '/v1/videos': await import('@/app/v1/videos/route'),
  '/v1/videos/[id]/remix': await import('@/app/v1/videos/[id]/remix/route'),
  '/v1/audio/speech': await import('@/app/v1/audio/speech/route'),
}
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

let postgres: TestDatabase
let key: string
beforeAll(async () => {
  postgres = await startTestDatabase()
  await createOwner({ name: 'Ada', email: 'ada@example.org', password: 'engine of analysis' })
  key = await createApiKey('ada@example.org', 'tests')
}, 90_000)
afterAll(async () => {
  await engine().stop()
  await postgres.dispose()
  await rm(process.env.DATA_DIR ?? '', { recursive: true, force: true })
})

async function ask(method: Method, path: keyof typeof routes, body?: unknown, id = '') {
  const request = new Request(`http://localhost:3000${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  })
  const answer = await routes[path][method](request, { params: Promise.resolve({ id }) } as never)
  return { status: answer.status, body: await answer.json() }
}

/** Holds an answer against its schema: nothing of it missing, and, since parsing drops the unknown, nothing more. */
async function expectOf<T>(schema: z.ZodType<T>, answer: ReturnType<typeof ask>): Promise<T> {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  const parsed = schema.parse(body)
  expect(parsed).toEqual(body)
  return parsed
}

const add = (word: string, said_as: string) => ask('POST', '/v1/pronunciations', { word, said_as })
const words = async () => {
  const { data } = await expectOf(pronunciationListSchema, ask('GET', '/v1/pronunciations'))
  return data.map(({ word }) => word)
}
const forget = () => postgres.database.pronunciation.deleteMany()

it('every route answers as its schema says', async () => {
  const body = { word: ' Nguyen ', said_as: 'win', note: 'our director' }
  const made = await expectOf(pronunciationSchema, ask('POST', '/v1/pronunciations', body))
  expect(made).toMatchObject({ word: 'Nguyen', said_as: 'win', note: 'our director', created_by: 'Ada' })
  await expectOf(pronunciationSchema, add('ale', '/ˈA.li/'))
  expect(await words()).toEqual(['ale', 'Nguyen'])
  const changes = { said_as: '/wˈɪn/', note: '' }
  const changed = await expectOf(
    pronunciationSchema,
    ask('PATCH', '/v1/pronunciations/[id]', changes, made.id),
  )
  expect(changed).toMatchObject({ id: made.id, word: 'Nguyen', said_as: '/wˈɪn/', note: null })
  await expectOf(deletedPronunciationSchema, ask('DELETE', '/v1/pronunciations/[id]', undefined, made.id))
  expect(await words()).toEqual(['ale'])
  for (const id of [made.id, 'no-uuid']) {
    const gone = await ask('DELETE', '/v1/pronunciations/[id]', undefined, id)
    expect(gone).toMatchObject({ status: 404, body: { error: { type: 'not_found' } } })
  }
  await forget()
})

it.each([
  [{ word: 'x' }, 'said_as', 'missing'],
  [{ word: '…', said_as: 'win' }, 'word', 'a letter or a digit'],
  [{ word: 'two\nlines', said_as: 'win' }, 'word', 'one line'],
  [{ word: 'x'.repeat(81), said_as: 'win' }, 'word', 'at most 80'],
  [{ word: 'bock', said_as: '/bʘk/' }, 'said_as', 'no sound “ʘ”'],
  [{ word: 'route 66', said_as: 'root 66' }, 'said_as', 'numbers as words'],
  [{ word: 'x', said_as: 'win', note: 'x'.repeat(201) }, 'note', 'at most 200'],
  [{ word: 'x', said_as: 'win', ipa: 'x' }, 'ipa', 'no field named ipa'],
])('refuses %j', async (body, param, words) => {
  const answer = await ask('POST', '/v1/pronunciations', body)
  expect(answer).toMatchObject({ status: 422, body: { error: { type: 'invalid_request', param } } })
  expect(answer.body.error.message).toContain(words)
})

it('holds each word once: capitals tell words apart only where they are inside or all of them', async () => {
  await expectOf(pronunciationSchema, add('Polish', 'poh-lish'))
  const refused = await add('polish', 'pol-ish')
  expect(refused).toMatchObject({ status: 409, body: { error: { type: 'conflict', param: 'word' } } })
  expect(refused.body.error.message).toContain('“Polish” is in the dictionary already')
  const us = await expectOf(pronunciationSchema, add('US', 'you ess'))
  await expectOf(pronunciationSchema, add('us', 'uss'))
  const change = { word: 'POLISH', note: 'a language' }
  await expectOf(pronunciationSchema, ask('PATCH', '/v1/pronunciations/[id]', change, us.id))
  const clash = await ask('PATCH', '/v1/pronunciations/[id]', { word: 'Us' }, us.id)
  expect(clash.status).toBe(409)
  await forget()
})

it('is full at a thousand words, however many come at once', async () => {
  const owner = await postgres.database.membership.findFirstOrThrow()
  const rows = Array.from({ length: MAX_PRONUNCIATIONS - 1 }, (_, i) => `word ${i}`)
  const data = rows.map((word) => ({ word, key: word, saidAs: 'x' }))
  await postgres.database.pronunciation.createMany({
    data: data.map((row) => ({ ...row, teamId: owner.teamId, createdById: owner.userId })),
  })
  const answers = await Promise.all(['one', 'two', 'three'].map((word) => add(word, 'win')))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  await forget()
})

it('a video keeps what the dictionary said of its words, and so does a remix that says the same', async () => {
  const { id } = await expectOf(pronunciationSchema, add('Nguyen', 'win'))
  await expectOf(pronunciationSchema, add('Siobhan', 'shi-VAWN'))
  const ref_image = (await readFile('assets/samples/astronaut.png')).toString('base64')
  const input_tts = { input: 'Hello, <|emotion:pride|>Nguyens!', voice: 'nora' }
  const video = await ask('POST', '/v1/videos', { ref_image, input_tts })
  expect(video).toMatchObject({ status: 200 })
  await ask('PATCH', '/v1/pronunciations/[id]', { said_as: 'noo-yen' }, id)

  const kept = async (videoId: string) => {
    const { speech } = await postgres.database.video.findUniqueOrThrow({ where: { id: videoId } })
    return scriptOf(speech)?.pronunciations
  }
  const before = [{ word: 'Nguyen', saidAs: 'win' }]
  expect(await kept(video.body.id)).toEqual(before)
  const same = await ask('POST', '/v1/videos/[id]/remix', { size: '480x640' }, video.body.id)
  expect(await kept(same.body.id)).toEqual(before)
  const anew = await ask('POST', '/v1/videos/[id]/remix', { input_tts }, video.body.id)
  expect(await kept(anew.body.id)).toEqual([{ word: 'Nguyen', saidAs: 'noo-yen' }])
  await forget()
})

it('speech is said as the dictionary has it', async () => {
  const speak = async (
    input: string,
    more: object = {},
  ): Promise<{ audio: string; timestamps: { word: string }[] }> => {
    const body = { input, response_format: 'wav', timestamps: true, ...more }
    return (await ask('POST', '/v1/audio/speech', body)).body
  }
  const wanted = await speak('Ask win.')
  await add('Nguyen', '/wˈɪn/')
  const { audio, timestamps } = await speak('Ask Nguyen.')
  expect(audio === wanted.audio).toBe(true)
  expect(timestamps.map(({ word }) => word)).toEqual(['Ask', 'Nguyen.'])
  const pronunciations = [{ word: 'nguyen', said_as: 'ten' }]
  const tried = await speak('Ask Nguyen.', { pronunciations })
  expect(tried.audio === (await speak('Ask ten.')).audio).toBe(true)
  await forget()
})
