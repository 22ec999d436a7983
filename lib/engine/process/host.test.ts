import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RenderRequest, SpeakRequest } from '../types'
import { createEngineHost, type EngineHost } from './host'

const TEXT =
  'Welcome, and thank you for listening to all of this. Here is something that takes a little longer to say. ' +
  'Nobody knows for certain why the price went up. And that is all there is to say.'
const STREAMED: SpeakRequest = { text: TEXT, voice: 'marcus', format: 'pcm', outPath: null }
const VIDEO: Omit<RenderRequest, 'outPath' | 'posterPath'> = {
  portraitPath: 'assets/samples/astronaut.png',
  speech: { kind: 'script', text: 'Hello, my name is Ellen.', voice: 'default' },
  size: '640x480',
  seed: 1,
}

let dir: string
let host: EngineHost
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'host-'))
  host = createEngineHost({
    root: process.cwd(),
    cacheDir: join(dir, 'cache'),
    provenanceDir: join(dir, 'provenance'),
  })
})
afterAll(async () => {
  host.stop()
  await rm(dir, { recursive: true })
})

describe('render, in a process of its own', () => {
  it('hands out a live stream, and gets done where nobody takes it', async () => {
    const request = { ...VIDEO, outPath: join(dir, 'live.mp4'), posterPath: join(dir, 'live.jpg') }
    const pieces: Buffer[] = []
    const { frames } = await host.render(request, {
      onFragment: (bytes) => void pieces.push(Buffer.from(bytes)),
    })
    expect(pieces.length).toBeGreaterThanOrEqual(1 + frames / 10)
    expect(pieces.map((piece) => piece.toString('latin1', 4, 8))).toEqual([
      'ftyp',
      ...pieces.slice(1).map(() => 'moof'),
    ])

    let taken = 0
    const untaken = await host.render(request, {
      async onFragment() {
        taken++
        throw new Error('the line is dead')
      },
    })
    expect(taken).toBe(1)
    expect(untaken.frames).toBe(frames)
  })
})

describe('what is made for others and of others, in a process of its own', () => {
  it('goes from file to file', async () => {
    const [video, poster] = [join(dir, 'video.mp4'), join(dir, 'poster.jpg')]
    await host.render({ ...VIDEO, outPath: video, posterPath: poster })
    const at = (name: string) => join(dir, name)
    await host.firstFrame(video, at('first.jpg'))
    await host.thumbnail(at('first.jpg'), at('thumbnail.jpg'))
    expect(await sharp(at('thumbnail.jpg')).metadata()).toMatchObject({ width: 320, height: 240 })
    expect(await host.shrinkPortrait(VIDEO.portraitPath, '640x480', at('portrait'))).toEqual({
      contentType: 'image/jpeg',
    })
    await host.extractAudio(video, at('sound.m4a'))
    const { contentType, seconds } = await host.convertRecording(at('sound.m4a'), at('sound.mp3'))
    expect(contentType).toBe('audio/mpeg')
    expect(Math.abs((await host.inspectRecording(at('sound.mp3'))).seconds - seconds)).toBeLessThan(0.08)
  })

  it('refuses what cannot be used', async () => {
    const out = join(dir, 'none')
    await expect(host.shrinkPortrait('package.json', '640x640', out)).rejects.toMatchObject({
      type: 'invalid_image_format',
    })
    await expect(host.convertRecording('package.json', out)).rejects.toMatchObject({
      type: 'invalid_audio_format',
    })
    await expect(host.firstFrame('package.json', out)).rejects.toMatchObject({ type: 'render_failed' })
  })
})

describe('speak, in a process of its own', () => {
  it('hands out speech as it is made, and says nothing ahead of who takes it', async () => {
    const said: number[] = []
    const chunks: Uint8Array[] = []
    let heldAt: number | undefined
    const result = await host.speak(STREAMED, {
      onProgress: (fraction) => said.push(fraction),
      async onAudio(pcm) {
        chunks.push(pcm)
        if (chunks.length > 1) return
        heldAt = said.at(-1)
        // The process is free for others, and does not go on with this.
        await host.inspectScript(TEXT, 'marcus')
        await host.speak({ ...STREAMED, text: 'Another short speech.' })
        expect(said.at(-1)).toBe(heldAt)
      },
    })
    expect(heldAt).toBeLessThan(1)
    expect(chunks.length).toBeGreaterThan(1)
    expect(chunks.reduce((sum, chunk) => sum + chunk.length, 0)).toBe(2 * Math.round(result.seconds * 24_000))
    expect(result.words.map(({ word }) => word).join(' ')).toBe(TEXT)
  })

  it('writes files', async () => {
    const outPath = join(dir, 'speech.mp3')
    const { seconds } = await host.speak({ ...STREAMED, format: 'mp3', outPath })
    const { seconds: decoded } = await host.inspectRecording(outPath)
    expect(Math.abs(decoded - seconds)).toBeLessThan(0.12)
  })

  it('speaks in a voice matched to a clip', async () => {
    const clip = join(dir, 'clip.wav')
    const { seconds } = await host.speak({ ...STREAMED, voice: 'nora', format: 'wav', outPath: clip })
    expect((await host.inspectReference(clip)).seconds).toBeCloseTo(seconds, 3)
    const length = async (request: Partial<SpeakRequest>) =>
      (await host.speak({ ...STREAMED, text: 'Another speech, of some length.', ...request })).seconds
    // A trained voice has its own pace, however it is played: the clip chose the woman's.
    const [matched, woman, man] = [
      await length({ reference: clip }),
      await length({ voice: 'default' }),
      await length({}),
    ]
    expect(Math.abs(matched - woman)).toBeLessThan(0.5 * Math.abs(man - woman))
  })

  it('stops when told to, also while it waits for whoever takes the speech', async () => {
    const stop = new AbortController()
    const speaking = host.speak(STREAMED, {
      signal: stop.signal,
      onAudio: () => {
        stop.abort()
        return new Promise(() => {})
      },
    })
    await expect(speaking).rejects.toMatchObject({ type: 'cancelled' })
  })

  it('gives up where nobody can take the speech', async () => {
    const speaking = host.speak(STREAMED, {
      onAudio: () => {
        throw new Error('the line is dead')
      },
    })
    await expect(speaking).rejects.toThrow('the line is dead')
    // The process lives on.
    await expect(host.inspectScript('Hello.', 'default')).resolves.toBeDefined()
  })

  it('refuses what cannot be said', async () => {
    await expect(host.speak({ ...STREAMED, text: 'Привет, как дела?' })).rejects.toMatchObject({
      code: 'language_not_supported',
    })
  })
})
