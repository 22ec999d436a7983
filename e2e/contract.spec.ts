import { expect, test } from '@playwright/test'
import { makeAccount, ownerKey } from './support/account'
import { waitFor } from './support/api'
import { type Ask, DocumentedClient, type Told } from './support/documented-client'
import {
  base64,
  blob,
  dataUri,
  HELLO,
  type InputServer,
  portrait,
  recording,
  serveInputs,
} from './support/inputs'
import { refusedBodies } from './support/refused-bodies'
import { shared } from './support/shared'
import { type StudioProcess, startStudio } from './support/studio-process'

const VIDEOS = '/v1/videos'
const VIDEO = '/v1/videos/{video_id}'
const CONTENT = '/v1/videos/{video_id}/content'
const STREAM = '/v1/videos/stream'
const SPEECH = '/v1/audio/speech'
const VOICES = '/v1/audio/voices'
const VOICE = '/v1/audio/voices/{voice}'
const NOBODY = { video_id: 'video_000000000000000000000000', voice: 'voice_nobody' }

const QUEUE = 2
const REQUESTS_A_MINUTE = 300

let upstream: StudioProcess | undefined
let files: InputServer

test.beforeAll(async () => {
  files = await serveInputs()
})

test.afterAll(async () => {
  files.close()
  await upstream?.dispose()
})

/** A studio with its own engine: the suite's. */
async function openOwn() {
  const { url } = shared()
  return { url, key: await ownerKey() }
}

/** A studio that has its videos made by the suite's studio over HTTP. It may fetch from this machine, and has limits. */
async function openRelayed() {
  const { url } = shared()
  upstream = await startStudio({
    env: {
      BOSON_API_KEY: await ownerKey(),
      BOSON_BASE_URL: url,
      FETCH_PRIVATE_ADDRESSES: '1',
      QUEUE_LIMIT_TEAM: String(QUEUE),
      RATE_LIMIT_PER_MINUTE: String(REQUESTS_A_MINUTE),
    },
  })
  return { url: upstream.url, key: await makeAccount(upstream.url) }
}

for (const { name, open, relayed } of [
  { name: 'a studio with its own engine', open: openOwn, relayed: false },
  { name: 'a studio with a studio upstream', open: openRelayed, relayed: true },
]) {
  test.describe(name, () => {
    let client: DocumentedClient

    test.beforeAll(async () => {
      client = await DocumentedClient.of(await open())
    })

    const create = (ask: Ask) => client.ask('POST', VIDEOS, ask)
    const remove = (video_id: string) => client.ask('DELETE', VIDEO, { params: { video_id } })

    async function expectCreated(ask: Ask, fields: object = {}): Promise<string> {
      const { status, body } = await create(ask)
      expect({ status, body }).toMatchObject({
        status: 200,
        body: {
          object: 'video',
          model: 'higgs-avatar',
          status: 'queued',
          progress: 0,
          error: null,
          ...fields,
        },
      })
      expect(body.id).toMatch(/^video_[0-9a-f]{24}$/)
      return String(body.id)
    }

    async function expectRefused(told: Promise<Told>, status: number, type: string): Promise<Told> {
      const answer = await told
      expect({ status: answer.status, body: answer.body }).toMatchObject({
        status,
        body: { error: { type } },
      })
      return answer
    }

    test('takes every kind of body of the contract', async () => {
      const bare = { ref_image: base64(portrait), input_tts: HELLO }
      const all = {
        model: 'higgs-tts-3',
        voice: 'nora',
        response_format: 'wav',
        stream: false,
        ref_audio: null,
        ref_text: null,
      }
      const kinds: [Ask, object?][] = [
        [{ json: bare }, { size: '640x640' }],
        [
          { json: { ...bare, ref_image: dataUri('image/png', portrait), size: '640x480' } },
          { size: '640x480' },
        ],
        [
          {
            json: {
              ref_image: bare.ref_image,
              input: dataUri('audio/mpeg', recording()),
              model: 'higgs-avatar',
            },
          },
        ],
        [{ json: { ref_image: bare.ref_image, input: base64(recording()), input_tts: null } }],
        [{ json: { ...bare, input: null, input_tts: { ...HELLO, ...all } } }],
        [
          { form: { ref_image: blob(portrait), input: blob(recording()), size: '480x640' } },
          { size: '480x640' },
        ],
        [{ form: { ref_image: blob(portrait), input_tts: JSON.stringify(HELLO), model: 'higgs-avatar' } }],
      ]
      const ref_image = `${files.url}/me.png`
      const input = `${files.url}/speech.mp3`
      if (relayed)
        kinds.push(
          [{ json: { ...bare, ref_image } }],
          [{ json: { ref_image, input } }],
          [{ form: { ref_image, input } }],
        )
      for (const [ask, fields] of kinds)
        expect((await remove(await expectCreated(ask, fields))).status).toBe(200)
    })

    test('refuses what the contract refuses, naming the field', async () => {
      for (const { what, ask, status, type, param } of await refusedBodies(files.url, relayed)) {
        const { status: answered, body } = await create(ask)
        const error = { type, ...(param && { param }) }
        expect({ what, status: answered, body }).toMatchObject({ what, status, body: { error } })
      }
    })

    test('makes the video, and serves it once it is made', async () => {
      const video_id = await expectCreated({ json: { ref_image: base64(portrait), input_tts: HELLO } })
      const params = { video_id }
      const content = (ask: Ask = {}) => client.ask('GET', CONTENT, { params, ...ask })
      await expectRefused(content(), 404, 'not_found')
      await expectRefused(content({ query: { variant: 'hologram' } }), 400, 'invalid_variant')
      await waitFor(client.url, client.key, video_id)

      const { body } = await client.ask('GET', VIDEO, { params })
      expect(body).toMatchObject({ id: video_id, status: 'completed', progress: 100, error: null })
      const whole = await content()
      expect(whole.headers.get('content-type')).toBe('video/mp4')
      expect(whole.bytes.length).toBe(body.bytes)
      const part = await content({ query: { variant: 'video' }, headers: { range: 'bytes=4-7' } })
      expect([part.status, Buffer.from(part.bytes).toString()]).toEqual([206, 'ftyp'])
      expect((await content({ headers: { range: `bytes=${whole.bytes.length}-` } })).status).toBe(416)
      const etag = whole.headers.get('etag') ?? ''
      expect((await content({ headers: { 'if-none-match': etag } })).status).toBe(304)
      const head = await client.ask('HEAD', CONTENT, { params })
      expect(Number(head.headers.get('content-length'))).toBe(whole.bytes.length)
      for (const variant of ['thumbnail', 'poster', 'portrait', 'audio', 'captions.vtt', 'captions.srt'])
        expect((await content({ query: { variant } })).status, variant).toBe(200)
    })

    test('streams the video while it is made, and keeps it', async () => {
      const ask = { form: { ref_image: blob(portrait), input_tts: JSON.stringify(HELLO) } }
      const { status, headers, bytes } = await client.ask('POST', STREAM, ask)
      expect([status, Buffer.from(bytes.subarray(4, 8)).toString()]).toEqual([200, 'ftyp'])
      const video = await waitFor(client.url, client.key, headers.get('x-video-id') ?? '')
      expect(video.status).toBe('completed')
      await expectRefused(client.ask('POST', STREAM, { json: {} }), 422, 'invalid_request')
    })

    test('speaks in every format, as it is spoken, and with the times of words', async () => {
      const speak = (json: object) => client.ask('POST', SPEECH, { json: { ...HELLO, ...json } })
      for (const response_format of ['mp3', 'opus', 'pcm', 'wav', 'aac', 'flac'])
        expect((await speak({ response_format })).bytes.length, response_format).toBeGreaterThan(2000)
      const streamed = await speak({ response_format: 'pcm', stream: true, voice: 'jake' })
      expect(streamed.bytes.length).toBeGreaterThan(24_000)
      const { body } = await speak({ timestamps: true })
      expect(body.timestamps).toHaveLength(4)

      await expectRefused(speak({ stream: true }), 422, 'invalid_request')
      await expectRefused(speak({ speed: 2 }), 422, 'invalid_request')
      await expectRefused(speak({ input: '' }), 400, 'empty_input')
      await expectRefused(speak({ input: 'ö'.repeat(5001) }), 400, 'input_too_long')
      await expectRefused(speak({ voice: 'nobody' }), 400, 'unknown_voice')
      await expectRefused(speak({ model: 'parrot' }), 404, 'model_not_found')
      await expectRefused(speak({ voice: 'nora', ref_audio: base64(recording()) }), 422, 'invalid_request')
    })

    test('keeps voices, and speaks in them', async () => {
      const ref_text = 'This is a recording.'
      const clip = dataUri('audio/mpeg', recording())
      const form = { ref_audio: blob(recording()), ref_text, description: 'Our narrator' }
      const made = await client.ask('POST', VOICES, { form })
      expect(made.body).toMatchObject({ ref_text, description: 'Our narrator' })
      const again = await client.ask('POST', VOICES, { json: { ref_audio: clip, ref_text } })
      expect(again.body.voice).toBe(made.body.voice)

      const voice = String(made.body.voice)
      const listed = await client.ask('GET', VOICES)
      expect(JSON.stringify(listed.body)).toContain(voice)
      expect((await client.ask('GET', VOICE, { params: { voice } })).body.voice).toBe(voice)
      expect((await client.ask('POST', SPEECH, { json: { ...HELLO, voice } })).status).toBe(200)
      await expectCreated({
        json: { ref_image: base64(portrait), input_tts: { ...HELLO, ref_audio: clip } },
      }).then(remove)
      expect((await client.ask('DELETE', VOICE, { params: { voice } })).body).toEqual({
        voice,
        deleted: true,
      })
      await expectRefused(client.ask('GET', VOICE, { params: { voice } }), 404, 'not_found')
      await expectRefused(client.ask('POST', VOICES, { json: { ref_audio: clip } }), 422, 'invalid_request')
    })

    test('does once what is asked twice', async () => {
      const ask = { form: { ref_image: blob(portrait), input_tts: JSON.stringify(HELLO) } }
      const headers = { 'idempotency-key': 'contract-1' }
      const first = await create({ ...ask, headers })
      const second = await create({ ...ask, headers })
      expect(second.body).toEqual(first.body)
      expect(second.headers.get('idempotent-replayed')).toBe('true')
      const another = { form: { ...ask.form, size: '640x480' }, headers }
      await expectRefused(create(another), 422, 'invalid_request')
      await remove(String(first.body.id))
    })

    test('knows nobody without a key, nothing that is not there, and no other method', async () => {
      const asked = {
        [VIDEOS]: 'POST',
        [VIDEO]: 'GET',
        [CONTENT]: 'GET',
        [STREAM]: 'POST',
        [SPEECH]: 'POST',
        [VOICES]: 'GET',
        [VOICE]: 'GET',
        '/v1/models': 'GET',
        '/v1/voices': 'GET',
      }
      for (const [path, method] of Object.entries(asked)) {
        for (const key of ['', 'avs-wrong'])
          await expectRefused(client.ask(method, path, { params: NOBODY, key }), 401, 'invalid_api_key')
        await expectRefused(client.ask('PUT', path, { params: NOBODY }), 405, 'method_not_allowed')
      }
      for (const path of [VIDEO, CONTENT, VOICE])
        await expectRefused(client.ask('GET', path, { params: NOBODY }), 404, 'not_found')
      expect((await client.ask('OPTIONS', VIDEO, { params: NOBODY })).status).toBe(204)
      expect((await client.ask('GET', '/v1/models')).body.data).toHaveLength(2)
    })

    test('answers as its document says beyond the contract, too', async () => {
      const video_id = await expectCreated({ json: { ref_image: base64(portrait), input_tts: HELLO } })
      const params = { video_id }
      const video = (method: string, rest = '', ask: Ask = {}) =>
        client.ask(method, `${VIDEO}${rest}`, { params, ...ask })
      await expectRefused(video('POST', '/retry'), 409, 'conflict')
      await waitFor(client.url, client.key, video_id)
      await expectRefused(video('POST', '/cancel'), 409, 'conflict')
      expect((await video('PATCH', '', { json: { title: 'Greeting' } })).body.title).toBe('Greeting')
      await expectRefused(video('PATCH', '', { json: { title: ' ' } }), 422, 'invalid_request')

      const remixed = await video('POST', '/remix', { json: { size: '480x640' } })
      expect(remixed.body).toMatchObject({
        size: '480x640',
        remixed_from_video_id: video_id,
        status: 'queued',
      })
      await remove(String(remixed.body.id))
      await expectRefused(video('POST', '/remix', { json: { size: 7 } }), 400, 'invalid_size')

      const link = await video('POST', '/links')
      const link_id = String(link.body.id)
      const inPath = { params: { video_id, link_id } }
      const ONE = `${VIDEO}/links/{link_id}`
      const settings = { name: 'Client', password: 'open sesame', allowed_domains: ['example.org'] }
      expect((await client.ask('PATCH', ONE, { ...inPath, json: settings })).body.has_password).toBe(true)
      const past = { ...inPath, json: { expires_at: 1 } }
      await expectRefused(client.ask('PATCH', ONE, past), 422, 'invalid_request')
      const rotated = await client.ask('POST', `${ONE}/rotate`, inPath)
      expect(rotated.body.url).not.toBe(link.body.url)
      const revoked = await client.ask('DELETE', ONE, inPath)
      expect(revoked.body.revoked_at).toBeGreaterThan(0)
      expect((await video('GET', '/links')).body.data).toHaveLength(1)
      const all = await client.ask('GET', '/v1/links', { query: { state: 'revoked', limit: '1' } })
      expect(all.body.data).toMatchObject([{ id: link_id, state: 'revoked' }])
      // Whatever other tests left, nothing works after the first.
      await client.ask('DELETE', '/v1/links', {})
      expect((await client.ask('DELETE', '/v1/links', {})).body.revoked).toBe(0)

      const page = await client.ask('GET', VIDEOS, { query: { limit: '1', q: 'greet', created_by: 'me' } })
      expect(page.body).toMatchObject({ has_more: false, last_id: video_id })
      await expectRefused(client.ask('GET', VIDEOS, { query: { limit: '0' } }), 422, 'invalid_request')
      await expectRefused(client.ask('GET', VIDEOS, { query: { colour: 'red' } }), 422, 'invalid_request')
      await expectRefused(client.ask('GET', VIDEOS, { query: { after: NOBODY.video_id } }), 404, 'not_found')
      await expectRefused(client.ask('POST', '/v1/keys', { json: { name: 'x' } }), 403, 'permission_denied')
      await remove(video_id)
    })

    if (relayed) {
      test('says when its queue is full, and when somebody asks too often', async () => {
        const ask = {
          form: { ref_image: blob(portrait), input_tts: JSON.stringify({ input: 'Wait. '.repeat(40) }) },
        }
        const waiting = [await expectCreated(ask), await expectCreated(ask)]
        expect(waiting).toHaveLength(QUEUE)
        for (const path of [VIDEOS, STREAM])
          await expectRefused(client.ask('POST', path, ask), 429, 'all_replicas_busy')
        await Promise.all(waiting.map(remove))

        const { headers } = await client.ask('GET', '/v1/models')
        expect(headers.get('ratelimit-limit')).toBe(String(REQUESTS_A_MINUTE))
        const left = Number(headers.get('ratelimit-remaining'))
        expect(left).toBeLessThan(REQUESTS_A_MINUTE)
        const more = Array.from({ length: left + 1 }, () => client.ask('GET', '/v1/models'))
        expect((await Promise.all(more)).filter(({ status }) => status === 429).length).toBeGreaterThan(0)
        await expectRefused(create(ask), 429, 'rate_limit_exceeded')
      })
    }
  })
}
