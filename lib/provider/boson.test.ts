import { mkdirSync } from 'node:fs'
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Crop, UNFRAMED } from '@/lib/boson/schemas'
import { FakeBoson, type FakeBosonOptions, type Film, labelled } from '@/lib/boson/testing/fake-boson'
import { makeFilm } from '@/lib/boson/testing/film'
import { encodeWav } from '@/lib/engine/audio/wav'
import { env } from '@/lib/env'
import { temporaryDirectory } from '@/lib/storage/files'
import { type BosonProviderSettings, createBosonProvider } from './boson'
import type { MediaTools } from './boson/inputs'
import { isWholeMp4 } from './boson/whole-mp4'
import type { AvatarProvider, LiveSink, Operation, Script, StartOptions, VideoRequest } from './provider'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }] = await Promise.all([import('node:fs'), import('node:os')])
  Object.assign(process.env, { DATA_DIR: mkdtempSync(`${tmpdir()}/boson-provider-`), LOG_LEVEL: 'silent' })
})

const signal = new AbortController().signal
const WAV = encodeWav({ samples: new Float32Array(24_000).fill(0.1), sampleRate: 24_000 })
const LONG = `<|emotion:pride|>${'She sells sea shells by the sea shore, and she sells them well. '.repeat(8)}`

let film: Film
let portrait: string
let fake: FakeBoson
let converted: string[]
let cropped: (Crop | null | undefined)[]

const tools: MediaTools = {
  async shrinkPortrait(file, _, out, crop) {
    cropped.push(crop)
    await copyFile(file, out)
    return { contentType: 'image/png' }
  },
  async convertRecording(file, out) {
    converted.push(file)
    await writeFile(out, WAV)
    return { contentType: 'audio/wav', seconds: 1 }
  },
  firstFrame: (_, out) => writeFile(out, 'a picture'),
}

beforeAll(async () => {
  film = await makeFilm()
  mkdirSync(temporaryDirectory(), { recursive: true })
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  portrait = await keep('portrait.png', labelled(picture, 'it'))
}, 60_000)

beforeEach(async () => {
  converted = []
  cropped = []
  await start()
})

afterEach(async () => {
  await fake.close()
  expect(await readdir(temporaryDirectory())).toEqual([])
})

afterAll(() => rm(env.dataDir, { recursive: true, force: true }))

async function start(change: Partial<FakeBosonOptions> = {}): Promise<void> {
  fake = new FakeBoson({ apiKey: 'bai-1', film, seed: 1, faultiness: 0, ...change })
  await fake.open()
}

async function keep(name: string, bytes: Uint8Array | string): Promise<string> {
  const file = path.join(env.dataDir, name)
  await writeFile(file, bytes)
  return file
}

function provider(change: Partial<BosonProviderSettings> = {}): AvatarProvider {
  return createBosonProvider(
    {
      apiKey: 'bai-1',
      baseUrl: fake.url,
      videoModel: 'higgs-avatar',
      speechModel: 'higgs-tts-3',
      speechFirst: 'long',
      patience: { firstMs: 1, longestMs: 10, totalMs: 500, missingMs: 50 },
      ...change,
    },
    tools,
  )
}

const PLAIN = { text: 'Hello.', reference: null, pronunciations: [] }

function request(speech: Partial<Script> | { file: string }): VideoRequest {
  const common = { model: 'm', size: '640x640' as const, seed: 1, seconds: 1 }
  const script = { kind: 'script' as const, ...PLAIN, voice: 'default' }
  return {
    ...common,
    portrait: { path: portrait, contentType: 'image/png' },
    framing: UNFRAMED,
    speech:
      'file' in speech
        ? { kind: 'recording', file: { path: speech.file, contentType: '' } }
        : { ...script, ...speech },
  }
}

/** Takes a video to its end as the runner does, and gives what it kept. */
async function make(maker: AvatarProvider, video: VideoRequest, options: Partial<StartOptions> = {}) {
  let operation: Operation = await maker.start(video, { signal, live: null, ...options })
  for (;;) {
    const status = await maker.status(operation, signal)
    if (status.state === 'failed') throw status.error
    if (status.state === 'lost') throw new Error('lost')
    if (status.state === 'again')
      operation = await maker.start(video, { signal, live: null, plan: status.plan })
    if (status.state === 'completed') break
  }
  const content = await maker.content(operation, signal)
  const film = await readFile(content.video)
  const whole = await isWholeMp4(content.video)
  const poster = content.poster && (await readFile(content.poster, 'utf8'))
  for (const file of [content.video, content.poster]) if (file) await rm(file)
  return { film, whole, poster, words: content.words }
}

it('makes a video of a script in a voice known by name', async () => {
  const made = await make(provider(), request({ voice: 'nora' }))
  expect(made).toMatchObject({ poster: 'a picture', words: null })
  expect(made.film.equals(film.whole)).toBe(true)
  expect(fake.accepted[0]?.speech).toMatchObject({ input: 'Hello.', voice: 'nora', model: 'higgs-tts-3' })
})

it('sends a word without the pronunciation given for the local voices', async () => {
  await make(provider(), request({ text: 'Hello, [Nguyen](/wˈɪn/).' }))
  expect(fake.accepted[0]?.speech).toMatchObject({ input: 'Hello, Nguyen.' })
})

it('writes a word as the dictionary respells it, and cannot send sounds', async () => {
  const pronunciations = [
    { word: 'Nguyen', saidAs: 'win' },
    { word: 'Kokoro', saidAs: '/kˈOkəɹO/' },
  ]
  const text = '<|emotion:pride|>Hello, Nguyen’s Kokoro.'
  await make(provider(), request({ text, pronunciations }))
  expect(fake.accepted[0]?.speech?.input).toBe('<|emotion:pride|>Hello, win’s Kokoro.')
  const speech = { ...PLAIN, text, pronunciations, voice: 'nora', format: 'pcm' as const }
  const { audio } = await provider().speak({ ...speech, stream: false, timestamps: false }, signal)
  audio.resume()
  expect(fake.spoken[0]?.input).toBe('<|emotion:pride|>Hello, win’s Kokoro.')
})

it('sends a recording of the contract as it is, and converts any other', async () => {
  await make(provider(), request({ file: await keep('speech.wav', WAV) }))
  expect(converted).toEqual([])
  const webm = await keep('speech.webm', Buffer.from('1a45dfa3', 'hex'))
  const vorbis = await keep('speech.ogg', 'OggS\0\0\0 vorbis')
  for (const file of [webm, vorbis]) await make(provider(), request({ file }))
  expect(converted).toEqual([webm, vorbis])
  expect(fake.accepted.map((job) => job.input)).toEqual(['input', 'input', 'input'])
})

it('sends only the part of the portrait that is to be shown', async () => {
  const crop = { x: 0.1, y: 0, width: 0.5, height: 0.5 }
  await make(provider(), { ...request({ voice: 'nora' }), framing: { crop, face: null } })
  expect(cropped).toEqual([crop])
})

it('a clip travels with the request, in place of a voice', async () => {
  const clip = { path: await keep('clip.wav', WAV), contentType: 'audio/wav' }
  await make(provider(), request({ voice: 'voice_1', reference: { clip, text: 'What she says.' } }))
  const speech = fake.accepted[0]?.speech
  expect(speech).toMatchObject({ ref_text: 'What she says.' })
  expect(speech?.voice).toBeUndefined()
  expect(speech?.ref_audio).toBe(`data:audio/wav;base64,${Buffer.from(WAV).toString('base64')}`)
})

it('a long script is spoken first, in parts, each with its tags, and sent as a recording', async () => {
  const made = await make(provider(), request({ text: LONG, voice: 'nora' }))
  expect(fake.spoken.length).toBeGreaterThan(1)
  for (const { input, voice, response_format } of fake.spoken) {
    expect(input).toMatch(/^<\|emotion:pride\|>She/)
    expect([voice, response_format]).toEqual(['nora', 'pcm'])
  }
  expect(fake.accepted.map((job) => job.input)).toEqual(['input'])
  expect(made.words).toBeNull()
})

it('knows the words of what was spoken first where the upstream times them', async () => {
  await fake.close()
  await start({ timesWords: true, pace: 10 })
  const { words } = await make(provider(), request({ text: LONG }))
  expect(words).toHaveLength(fake.spoken.length)
  expect(words?.[1]?.start).toBeGreaterThan(2)
})

it('refuses what takes longer than a video may be before anything is created', async () => {
  await fake.close()
  await start({ pace: 100 })
  const maker = provider()
  await expect(maker.start(request({ text: LONG.repeat(3) }), { signal, live: null })).rejects.toMatchObject({
    type: 'audio_too_long',
    param: 'input_tts',
  })
  expect(fake.accepted).toEqual([])
  expect(fake.spoken.length).toBeLessThan(4)
  const script = { ...PLAIN, text: LONG.repeat(5), voice: 'default', hasReference: false }
  await expect(maker.checkScript(script)).rejects.toMatchObject({ type: 'audio_too_long' })
  expect(await provider({ speechFirst: 'never' }).checkScript(script)).toMatchObject({
    seconds: expect.any(Number),
  })
  await expect(maker.checkScript({ ...script, text: '<|emotion:pride|> …' })).rejects.toMatchObject({
    type: 'empty_input',
  })
})

it('a script whose speech failed inside is spoken first the second time, and not a third', async () => {
  const failed = { end: 'failed' as const, error: 'tts stream failed: 429 all replicas busy' }
  fake.ends.set('it', [failed])
  await make(provider({ speechFirst: 'never' }), request({}))
  expect(fake.doubles).toEqual([])
  expect(fake.accepted.map((job) => job.input)).toEqual(['input_tts', 'input'])
  fake.ends.set('it', [failed, failed])
  await expect(make(provider(), request({}))).rejects.toMatchObject({ type: 'upstream_failed' })
  expect(fake.accepted).toHaveLength(4)
})

it('an unknown voice is no reason to speak first', async () => {
  fake.ends.set('it', [{ end: 'failed', error: 'tts stream failed: 400 Unknown voice' }])
  await expect(make(provider(), request({}))).rejects.toMatchObject({ type: 'unknown_voice' })
  expect(fake.accepted).toHaveLength(1)
})

it('tries the names a model is known under once, and remembers the right one', async () => {
  const maker = provider({ videoModel: 'higgs-avatar-of-old' })
  await make(maker, request({}))
  const requests = fake.requests
  await make(maker, request({}))
  expect(fake.requests - requests).toBeLessThan(requests)
  expect(fake.accepted).toHaveLength(2)
})

function sink(): LiveSink & { pieces: Uint8Array[]; ended: boolean } {
  const live = {
    pieces: [] as Uint8Array[],
    ended: false,
    write: async (bytes: Uint8Array) => void live.pieces.push(bytes),
    end: async () => {
      live.ended = true
    },
  }
  return live
}

it('hands on the live stream, all of it before the video', async () => {
  const live = sink()
  await make(provider(), request({}), { live })
  expect(Buffer.concat(live.pieces).equals(film.live)).toBe(true)
  expect(live).toMatchObject({ ended: true })
  expect(live.pieces.length).toBeGreaterThan(2)
})

it('where a finished video is not handed out, or forgotten, its whole live stream takes its place', async () => {
  for (const end of ['withheld', 'forgotten'] as const) {
    fake.ends.set('it', [{ end, error: null }])
    const live = sink()
    const maker = provider()
    const operation = await maker.start(request({}), { signal, live })
    await vi.waitFor(() => expect(live.ended).toBe(true))
    const status = vi.waitFor(async () => {
      const seen = await maker.status(operation, signal)
      expect(seen.state).not.toBe('running')
      return seen
    })
    expect(await status, end).toEqual({ state: 'completed' })
    const { video, poster } = await maker.content(operation, signal)
    expect(await isWholeMp4(video)).toBe(true)
    expect((await readFile(video)).equals(film.whole)).toBe(false)
    for (const file of [video, poster]) if (file) await rm(file)
  }
})

it('a watcher who is gone does not keep the video from being made', async () => {
  const live = { ...sink(), write: () => Promise.reject(new Error('gone')) }
  const made = await make(provider(), request({}), { live })
  expect(made.whole).toBe(true)
  expect(live.ended).toBe(false)
})

it('a job that is stopped leaves nothing behind', async () => {
  const stop = new AbortController()
  const maker = provider()
  const operation = await maker.start(request({}), { signal: stop.signal, live: sink() })
  stop.abort()
  await expect(maker.status(operation, stop.signal)).rejects.toThrow()
  await maker.cancel(operation)
})

it('speaks without a picture, in the format and the voice asked for', async () => {
  const speech = { ...PLAIN, voice: 'nora', format: 'pcm' as const }
  const { audio, words } = await provider().speak({ ...speech, stream: true, timestamps: false }, signal)
  expect((await buffer(audio)).length).toBe(6 * 24 * 2)
  expect(words).toBeNull()
  expect(fake.spoken).toMatchObject([
    { input: 'Hello.', voice: 'nora', response_format: 'pcm', stream: true },
  ])
})

it('what is wrong between the studio and its upstream is not put down to whoever asks for speech', async () => {
  const speech = { ...PLAIN, voice: 'nora', format: 'mp3' as const }
  const asked = provider({ apiKey: 'bai-wrong' }).speak(
    { ...speech, stream: false, timestamps: false },
    signal,
  )
  await expect(asked).rejects.toMatchObject({ type: 'upstream_failed', code: 'invalid_api_key' })
})
