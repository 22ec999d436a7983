import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import OpenAI from 'openai'
import { CURL_EXAMPLES, type CurlExample, OPENAI_CLIENT } from '@/lib/openapi/examples'
import type { OpenApiDocument } from '@/lib/openapi/types'
import { openApiValidator } from '@/lib/testing/openapi-validator'
import { ownerKey } from './support/account'
import { createVideo, waitFor } from './support/api'
import { fetchDocument } from './support/conformance'
import { probe } from './support/media'
import { shared } from './support/shared'

const exec = promisify(execFile)
/** Inside the project, so that programs in it find its packages. */
const FOLDER = 'test-results/clients'
/** Quiet, and failing where the answer is an error, so that no script has to say so. */
const CURL_SETTINGS = 'silent\nshow-error\nfail-with-body\n'

let key: string

test.beforeAll(async () => {
  const { media } = shared()
  key = await ownerKey()
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path.join(FOLDER, '.curlrc'), CURL_SETTINGS)
  copyFileSync('public/samples/astronaut.jpg', path.join(FOLDER, 'me.jpg'))
  copyFileSync(media.mp3, path.join(FOLDER, 'speech.mp3'))
})

/** What a program sees that follows the page: the studio's address, a key, and a folder with a picture and a recording. */
function surroundings(variables: Record<string, string> = {}) {
  const env = {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH,
    HOME: path.resolve(FOLDER),
    URL: shared().url,
    KEY: key,
    ...variables,
  }
  // One that waits for ever is ended, and its name is told.
  return { cwd: FOLDER, env, maxBuffer: 32 * 1024 * 1024, timeout: 60_000 }
}

/** Runs an example and checks what it prints against the document, and what it makes. Returns the variables it gives. */
async function runExample(
  { operation, script, gives = {}, makes }: CurlExample,
  variables: Record<string, string>,
  check: (operation: string, answer: unknown) => string[],
): Promise<Record<string, string>> {
  const { stdout } = await exec('bash', ['-ec', script], surroundings(variables))
  if (makes) {
    expect(readFileSync(path.join(FOLDER, makes)).length, script).toBeGreaterThan(50)
    return variables
  }
  if (stdout === '') return variables
  const answer = JSON.parse(stdout)
  expect(check(operation, answer), script).toEqual([])
  const given = Object.entries(gives).map(([name, field]) => [name, String(answer[field])])
  return { ...variables, ...Object.fromEntries(given) }
}

function answerCheck(document: OpenApiDocument) {
  const validator = openApiValidator(document)
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
  return (operation: string, answer: unknown) => {
    const found = operations.find(({ operationId }) => operationId === operation)
    const schema = found?.responses[200]?.content?.['application/json']?.schema
    return schema ? validator(schema)(answer) : [`${operation} answers no JSON`]
  }
}

test('every example of the page runs as it stands, and there is one for every operation', async () => {
  const { url } = shared()
  const document = await fetchDocument(url)
  const check = answerCheck(document)
  let variables: Record<string, string> = {}
  for (const example of CURL_EXAMPLES) {
    variables = await runExample(example, variables, check)
  }
  const { seconds, video, audio } = await probe(path.join(FOLDER, 'hello.mp4'))
  expect(seconds).toBeGreaterThan(0.5)
  expect([video?.codec_name, audio?.codec_name]).toEqual(['h264', 'aac'])
  expect((await probe(path.join(FOLDER, 'live.mp4'))).seconds).toBeGreaterThan(0.5)
  expect(readFileSync(path.join(FOLDER, 'hello.vtt'), 'utf8')).toMatch(/^WEBVTT/)
  expect((await probe(path.join(FOLDER, 'hello.mp3'))).audio?.codec_name).toBe('mp3')

  const exampled = new Set(CURL_EXAMPLES.map(({ operation }) => operation))
  const all = Object.values(document.paths).flatMap((item) => Object.values(item))
  // Keys are made and seen by people who are signed in, not by programs.
  const without = all.filter(
    ({ operationId, tags }) => !exampled.has(operationId) && !tags.includes('API keys'),
  )
  expect(without).toEqual([])
})

test('the page’s program for the openai client runs', async () => {
  writeFileSync(path.join(FOLDER, 'program.mjs'), OPENAI_CLIENT)
  const { stdout } = await exec(process.execPath, ['program.mjs'], surroundings())
  expect(stdout).toMatch(/^video_[0-9a-f]{24} completed$/m)
  expect((await probe(path.join(FOLDER, 'newest.mp4'))).seconds).toBeGreaterThan(0.5)
})

test.describe('the official openai client', () => {
  let client: OpenAI
  const ids: string[] = []

  test.beforeAll(async () => {
    const { url } = shared()
    client = new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 })
    for (const text of ['One.', 'Two.', 'Three.']) ids.push((await createVideo(url, key, { text })).id)
    for (const id of ids) await waitFor(url, key, id)
  })

  test('retrieves a video, and downloads it and its thumbnail', async () => {
    const id = ids[0] ?? ''
    expect(await client.videos.retrieve(id)).toMatchObject({
      id,
      object: 'video',
      status: 'completed',
      progress: 100,
    })
    const film = Buffer.from(await (await client.videos.downloadContent(id)).arrayBuffer())
    expect(film.subarray(4, 8).toString()).toBe('ftyp')
    const picture = await client.videos.downloadContent(id, { variant: 'thumbnail' })
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    await expect(client.videos.retrieve('video_nobody')).rejects.toThrow(OpenAI.NotFoundError)
  })

  test('lists videos over several pages, each once, newest first', async () => {
    const seen: string[] = []
    for await (const video of client.videos.list({ limit: 1 })) {
      seen.push(video.id)
      if (seen.length === ids.length) break
    }
    expect(seen).toEqual(ids.toReversed())
    const oldest = await client.videos.list({ limit: 2, order: 'asc' })
    const next = await oldest.getNextPage()
    expect(new Set([...oldest.data, ...next.data].map(({ id }) => id)).size).toBe(4)
  })

  test('speaks into a file, and as it is spoken', async () => {
    const spoken = { model: 'higgs-tts-3', voice: 'nora', input: 'Spoken for another program.' } as const
    const mp3 = await client.audio.speech.create({ ...spoken, response_format: 'mp3' })
    expect(mp3.headers.get('content-type')).toBe('audio/mpeg')
    expect((await mp3.arrayBuffer()).byteLength).toBeGreaterThan(5000)
    // The studio's name for what OpenAI calls stream_format.
    const extra = { ...spoken, response_format: 'pcm', stream: true } as const
    const pcm = await client.audio.speech.create(extra)
    let bytes = 0
    for await (const chunk of pcm.body ?? []) bytes += chunk.byteLength
    expect(bytes).toBeGreaterThan(24_000)
  })

  test('lists models, and deletes a video', async () => {
    const models = (await client.models.list()).data.map(({ id }) => id)
    expect(models).toEqual(['higgs-avatar', 'higgs-tts-3'])
    const id = ids[2] ?? ''
    expect(await client.videos.delete(id)).toEqual({ id, object: 'video.deleted', deleted: true })
    await expect(client.videos.retrieve(id)).rejects.toThrow(OpenAI.NotFoundError)
  })

  test('says what is wrong in errors of its own', async () => {
    const stranger = new OpenAI({ baseURL: `${shared().url}/v1`, apiKey: 'avs-nobody', maxRetries: 0 })
    await expect(stranger.models.list()).rejects.toThrow(OpenAI.AuthenticationError)
    const nonsense = client.audio.speech.create({ model: 'parrot', voice: 'nora', input: 'Hello.' })
    await expect(nonsense).rejects.toThrow(/no model named parrot/)
  })
})
