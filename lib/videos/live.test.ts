import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { storage, videoKey } from '@/lib/storage/files'
import { startTestDatabase, type TestDatabase } from '@/lib/testing/database'
import { startTestTeam, type TestTeam } from '@/lib/testing/team'
import { followLive, liveSink, openLive, StreamCut, sweepLive } from './live'
import { retryVideo } from './mutations'

let postgres: TestDatabase
let team: TestTeam
const never = new AbortController().signal

beforeAll(async () => {
  postgres = await startTestDatabase()
}, 90_000)

afterAll(() => postgres.dispose())

beforeEach(async () => {
  team = await startTestTeam(postgres.database)
})

const running = (change: object = {}) =>
  team.insertVideo({ status: 'in_progress', attempts: 1, live: true, ...change })
const end = (id: string, status: 'completed' | 'failed' = 'completed') =>
  postgres.database.video.update({ where: { id }, data: { status } })
const piece = (text: string) => new TextEncoder().encode(text)
async function read(stream: AsyncGenerator<Uint8Array>): Promise<string> {
  let text = ''
  for await (const bytes of stream) text += new TextDecoder().decode(bytes)
  return text
}

it('a watcher gets every piece as it comes, and the end', async () => {
  const id = await running()
  const sink = liveSink(id, 1)
  const watching = followLive(id, never)
  await sink.write(piece('a'))
  expect(await watching.next()).toMatchObject({ value: piece('a') })
  const waiting = watching.next()
  await sink.write(piece('b'))
  expect(await waiting).toMatchObject({ value: piece('b') })
  await sink.end()
  expect(await watching.next()).toMatchObject({ done: true })
})

it('whoever comes late gets it from the beginning, however many pieces there are', async () => {
  const id = await running()
  const sink = liveSink(id, 1)
  const letters = Array.from({ length: 45 }, (_, i) => String.fromCharCode(48 + i))
  for (const letter of letters) await sink.write(piece(letter))
  await sink.end()
  await end(id)
  const streams = await Promise.all([read(followLive(id, never)), read(followLive(id, never))])
  expect(streams).toEqual([letters.join(''), letters.join('')])
})

it('a stream that stops before its end is cut, not ended: when the video fails, is made anew or is deleted', async () => {
  const failing = await running()
  await liveSink(failing, 1).write(piece('a'))
  await end(failing, 'failed')
  await expect(read(followLive(failing, never))).rejects.toBeInstanceOf(StreamCut)

  const anew = await running()
  await liveSink(anew, 1).write(piece('a'))
  const watching = followLive(anew, never)
  await watching.next()
  await postgres.database.video.update({ where: { id: anew }, data: { attempts: 2 } })
  await expect(watching.next()).rejects.toBeInstanceOf(StreamCut)

  const broken = await running()
  await liveSink(broken, 1).write(piece('half'))
  await end(broken)
  await expect(read(followLive(broken, never))).rejects.toBeInstanceOf(StreamCut)

  await expect(read(followLive('video_nowhere', never))).rejects.toBeInstanceOf(StreamCut)
})

it('a stream that lost a piece is never called whole', async () => {
  const id = await running()
  const sink = liveSink(id, 1)
  await sink.write(piece('a'))
  // Whatever the database cannot take: here, the place of the next piece is taken.
  await postgres.database.videoFragment.create({
    data: { videoId: id, attempt: 1, index: 1, bytes: new Uint8Array([33]) },
  })
  await expect(sink.write(piece('b'))).rejects.toThrow()
  await sink.end()
  await end(id)
  await expect(read(followLive(id, never))).rejects.toBeInstanceOf(StreamCut)
})

it('a video started anew is streamed from its new beginning to whoever comes then', async () => {
  const id = await running({ attempts: 2 })
  await liveSink(id, 1).write(piece('old'))
  const sink = liveSink(id, 2)
  await sink.write(piece('new'))
  await sink.end()
  expect(await read(followLive(id, never))).toBe('new')
})

it('a video whose maker had no live stream to give is its finished file', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'live-'))
  const file = path.join(directory, 'whole.mp4')
  writeFileSync(file, 'the whole film')
  const id = await running()
  const watching = read(followLive(id, never))
  await liveSink(id, 1).end()
  await storage().putFile(videoKey(id), file, 'video/mp4')
  await end(id)
  expect(await watching).toBe('the whole film')
  await storage().remove(videoKey(id))
  rmSync(directory, { recursive: true })
})

it('opening it waits for something to see, and says what went wrong before', async () => {
  const id = await running()
  const opening = openLive(id, never)
  const sink = liveSink(id, 1)
  for (const letter of 'abc') await sink.write(piece(letter))
  await sink.end()
  expect(await read(await opening)).toBe('abc')

  const refused = await running()
  const errors = { errorType: 'unknown_voice', errorMessage: 'There is no voice named bob.' }
  await postgres.database.video.update({ where: { id: refused }, data: { status: 'failed', ...errors } })
  await expect(openLive(refused, never)).rejects.toMatchObject({
    type: 'unknown_voice',
    message: 'There is no voice named bob.',
  })
})

it('whoever waits long for the first piece is told meanwhile that there will be one', async () => {
  const id = await running()
  const watching = await openLive(id, never, 20)
  const box = (await watching.next()).value as Uint8Array
  expect([...box]).toEqual([0, 0, 0, 8, ...piece('free')])
  const rest = read(watching)
  const sink = liveSink(id, 1)
  await sink.write(piece('abc'))
  await sink.end()
  expect(await rest).toBe('abc')
})

it('a video tried again has a live stream again', async () => {
  const id = await running()
  await liveSink(id, 1).write(piece('old'))
  await end(id, 'failed')
  await retryVideo(team.teamId, id)
  const sink = liveSink(id, 1)
  await sink.write(piece('new'))
  await sink.end()
  await postgres.database.video.update({ where: { id }, data: { attempts: 1, status: 'in_progress' } })
  expect(await read(followLive(id, never))).toBe('new')
})

it('hanging up ends the watching', async () => {
  const id = await running()
  const abort = new AbortController()
  const watching = read(followLive(id, abort.signal))
  abort.abort()
  expect(await watching).toBe('')
})

it('old pieces are swept, young ones stay', async () => {
  const id = await running()
  const sink = liveSink(id, 1)
  await sink.write(piece('old'))
  await postgres.database.videoFragment.updateMany({ data: { createdAt: new Date(Date.now() - 3600_000) } })
  await sink.write(piece('young'))
  await sweepLive()
  expect(await postgres.database.videoFragment.findMany({ select: { index: true } })).toEqual([{ index: 1 }])
})
