import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { access, chmod, constants, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ffprobe from '@ffprobe-installer/ffprobe'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createEngine } from './engine'
import { readCredentials } from './provenance/read-credentials'
import type { RenderProgress, RenderRequest } from './types'

let dir: string
/** The engine's own folder; `dir` must hold nothing but what a render leaves. */
const home = mkdtempSync(join(tmpdir(), 'engine-home-'))
const engine = createEngine({
  assetsDir: 'assets',
  cacheDir: join(home, 'cache'),
  provenanceDir: join(home, 'provenance'),
})

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'engine-'))
})
afterAll(() => Promise.all([dir, home].map((path) => rm(path, { recursive: true }))))

function request(name: string, over: Partial<RenderRequest> = {}): RenderRequest {
  return {
    portraitPath: 'assets/samples/astronaut.png',
    speech: { kind: 'script', text: 'Hello, my name is Ellen.', voice: 'default' },
    size: '640x480',
    seed: 7,
    outPath: join(dir, `${name}.mp4`),
    posterPath: join(dir, `${name}.jpg`),
    ...over,
  }
}

describe('a script', () => {
  it('becomes a video that plays everywhere, the same each time', async () => {
    const seen: RenderProgress[] = []
    const one = request('one')
    const result = await engine.render(one, { onProgress: (progress) => seen.push(progress) })
    expect(result).toMatchObject({ width: 640, height: 480, frames: Math.round(result.seconds * 25) })
    expect(result.seconds).toBeGreaterThan(1)
    expect(result.words?.map(({ word }) => word).join(' ')).toBe('Hello, my name is Ellen.')
    expect(result.words?.at(-1)?.end).toBeLessThan(result.seconds)

    const { video, audio } = await probe(one.outPath)
    expect(video).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      pix_fmt: 'yuv420p',
      color_space: 'bt709',
      avg_frame_rate: '25/1',
      width: 640,
      height: 480,
      nb_frames: `${result.frames}`,
    })
    expect(audio).toMatchObject({ codec_name: 'aac', profile: 'LC' })
    expect(Math.abs(Number(video.duration) - Number(audio.duration))).toBeLessThan(0.04)
    const bytes = await readFile(one.outPath)
    expect(bytes.length).toBe(result.bytes)
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    expect(await readCredentials(bytes)).toMatchObject({ valid: true, actions: ['c2pa.created'] })
    expect(await sharp(one.posterPath).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 })

    expect([...new Set(seen.map(({ stage }) => stage))]).toEqual([
      'speech',
      'portrait',
      'frames',
      'finishing',
    ])
    const frames = seen.filter(({ stage }) => stage === 'frames').map(({ fraction }) => fraction)
    expect(frames).toEqual([...frames].sort((a, b) => a - b))
    expect(frames.at(-1)).toBe(1)

    const again = request('again')
    await engine.render(again)
    expect(sha256(media(await readFile(again.outPath)))).toBe(sha256(media(bytes)))
  })
})

describe('a live stream', () => {
  it('begins while most is still to be spoken and drawn, and the file beside it is as without', async () => {
    const text =
      'Welcome to the studio. My name is Ellen, and I would like to show you what a portrait can do. ' +
      'People move their lips, and press them together.'
    const speech = { kind: 'script', text, voice: 'jake' } as const
    const drawn: number[] = []
    const drawnAt: number[] = []
    const live = request('live', { speech })
    const result = await engine.render(live, {
      onProgress: ({ stage, fraction }) => stage === 'frames' && drawn.push(fraction),
      onFragment: () => void drawnAt.push(drawn.at(-1) ?? 0),
    })
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b))
    expect(drawn.at(-1)).toBe(1)
    expect(drawnAt.length).toBeGreaterThanOrEqual(1 + result.frames / 10)
    expect(drawnAt[1]).toBeLessThan(0.4)

    const alone = request('not-live', { speech })
    expect(await engine.render(alone)).toEqual({ ...result, bytes: expect.any(Number) })
    expect(sha256(media(await readFile(alone.outPath)))).toBe(sha256(media(await readFile(live.outPath))))
  })
})

describe('a recording', () => {
  it('becomes a video of its length in upright format', async () => {
    const path = join(dir, 'hum.wav')
    await writeFile(path, hum(1.3))
    const { seconds, frames, width, height, words } = await engine.render(
      request('hum', { speech: { kind: 'recording', path }, size: '480x640' }),
    )
    expect({ frames, width, height }).toEqual({ frames: 33, width: 480, height: 640 })
    expect(seconds).toBe(33 / 25)
    expect(words).toBeNull()
  })
})

describe('what cannot be finished leaves nothing behind', () => {
  it('when it is stopped', async () => {
    const stop = new AbortController()
    const stopped = request('stopped')
    const rendering = engine.render(stopped, {
      signal: stop.signal,
      onProgress: ({ stage, fraction }) => {
        if (stage === 'frames' && fraction > 0.3) stop.abort()
      },
    })
    await expect(rendering).rejects.toMatchObject({ type: 'cancelled' })
    expect(await filesOf('stopped')).toEqual([])
    expect(await processesWith(stopped.outPath)).toEqual([])
  })

  it('when it was stopped before it began', async () => {
    const rendering = engine.render(request('never'), { signal: AbortSignal.abort() })
    await expect(rendering).rejects.toMatchObject({ type: 'cancelled' })
    expect(await filesOf('never')).toEqual([])
  })

  it('when the picture has no face', async () => {
    const portraitPath = join(dir, 'blank.png')
    await sharp({ create: { width: 300, height: 300, channels: 3, background: '#789' } }).toFile(portraitPath)
    const rendering = engine.render(request('faceless', { portraitPath }))
    await expect(rendering).rejects.toMatchObject({ type: 'invalid_image_format', code: 'no_face' })
    expect(await filesOf('faceless')).toEqual([])
  })

  it('when the encoder cannot write', async () => {
    const outPath = join(dir, 'no-such-folder', 'out.mp4')
    await expect(engine.render(request('unwritable', { outPath }))).rejects.toMatchObject({
      type: 'render_failed',
    })
    expect(await filesOf('unwritable')).toEqual([])
  })
})

async function filesOf(name: string): Promise<string[]> {
  return (await readdir(dir)).filter((file) => file.startsWith(name))
}

async function processesWith(argument: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args'])
  return stdout.split('\n').filter((line) => line.includes(argument))
}

const streamSchema = z.looseObject({ codec_type: z.string(), duration: z.string() })
const probeSchema = z.object({ streams: z.array(streamSchema) })

async function probe(path: string) {
  await access(ffprobe.path, constants.X_OK).catch(() => chmod(ffprobe.path, 0o755))
  const { stdout } = await promisify(execFile)(ffprobe.path, [
    ...['-v', 'error', '-show_streams', '-of', 'json', path],
  ])
  const { streams } = probeSchema.parse(JSON.parse(stdout))
  const ofType = (type: string) => {
    const found = streams.find(({ codec_type }) => codec_type === type)
    if (!found) throw new Error(`no ${type} stream`)
    return found
  }
  return { video: ofType('video'), audio: ofType('audio') }
}

/** Sound and picture; the credentials before them hold a signature, which is never the same twice. */
function media(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('mdat'))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A hum that swells four times a second, as 16 kHz WAV. */
function hum(seconds: number): Buffer {
  const rate = 16000
  const samples = Math.round(rate * seconds)
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(rate, 24)
  wav.writeUInt32LE(rate * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples * 2, 40)
  for (let i = 0; i < samples; i++) {
    const t = i / rate
    const swell = Math.sin(Math.PI * 4 * t) ** 2
    wav.writeInt16LE(Math.round(12000 * swell * Math.sin(2 * Math.PI * 150 * t)), 44 + i * 2)
  }
  return wav
}
