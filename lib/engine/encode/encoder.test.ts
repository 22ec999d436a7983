import { execFile } from 'node:child_process'
import { access, chmod, constants, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import ffprobe from '@ffprobe-installer/ffprobe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { seededRandom } from '../motion/random'
import { FPS, type TakeFragment } from '../types'
import { startEncoder } from './encoder'
import { ffmpegPath } from './ffmpeg-path'

const WIDTH = 320
const HEIGHT = 240
const FRAME_BYTES = (WIDTH * HEIGHT * 3) / 2
const FRAMES = 60
const SOUND_RATE = 24_000

let dir: string
let ffmpeg: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'encoder-'))
  ffmpeg = await ffmpegPath(dir)
  await access(ffprobe.path, constants.X_OK).catch(() => chmod(ffprobe.path, 0o755))
})
afterAll(() => rm(dir, { recursive: true }))

/** A bright bar that crosses a grey picture. */
function barFrame(i: number): Uint8Array {
  const frame = new Uint8Array(FRAME_BYTES).fill(128)
  for (let y = 0; y < HEIGHT; y++) frame.fill(220, y * WIDTH + i, y * WIDTH + i + 20)
  return frame
}

const random = seededRandom(1)
const NOISE = Uint8Array.from({ length: FRAME_BYTES + FRAMES * 997 }, () => 256 * random())
/** Pictures that can hardly be compressed. */
const noiseFrame = (i: number) => NOISE.subarray(i * 997, i * 997 + FRAME_BYTES)

type Clip = {
  name: string
  onFragment?: TakeFragment
  frame?: (i: number) => Uint8Array
  signal?: AbortSignal
}

/** A little shorter than the pictures. */
const TONE = Float32Array.from({ length: SOUND_RATE * (FRAMES / FPS) - 500 }, (_, i) => 0.3 * Math.sin(i / 9))

/** Encodes a clip whose sound comes in two parts. */
async function encode({ name, onFragment, frame = barFrame, signal }: Clip) {
  const outPath = join(dir, name)
  const size = { width: WIDTH, height: HEIGHT, soundRate: SOUND_RATE }
  const encoder = startEncoder({ ...size, ffmpeg, outPath, onFragment, signal })
  try {
    encoder.addSound(TONE.subarray(0, SOUND_RATE))
    for (let i = 0; i < FRAMES; i++) {
      // Not before the first part is used up.
      if (i === FPS) encoder.addSound(TONE.subarray(SOUND_RATE))
      await encoder.write(frame(i))
    }
    await encoder.finish()
    return await readFile(outPath)
  } finally {
    await encoder.discard()
  }
}

/** A taker that keeps what it is given. */
function keep() {
  const pieces: Uint8Array[] = []
  const onFragment = (bytes: Uint8Array) => void pieces.push(bytes)
  return { pieces, onFragment }
}

/** Types of the boxes of a piece. */
function boxTypes(piece: Uint8Array): string[] {
  const types: string[] = []
  const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength)
  for (let at = 0; at < piece.length; at += view.getUint32(at)) {
    types.push(Buffer.from(piece.subarray(at + 4, at + 8)).toString('latin1'))
  }
  return types
}

const streamSchema = z.looseObject({ codec_name: z.string(), start_time: z.string(), duration: z.string() })
const packetSchema = z.object({ codec_type: z.string(), pts_time: z.string(), size: z.string() })
const probeSchema = z.object({ streams: z.array(streamSchema), packets: z.array(packetSchema) })

async function probe(path: string) {
  const { stdout } = await promisify(execFile)(
    ffprobe.path,
    ['-v', 'error', '-show_streams', '-show_packets', '-of', 'json', path],
    { maxBuffer: 2 ** 24 },
  )
  const { streams, packets } = probeSchema.parse(JSON.parse(stdout))
  const times = (type: string) =>
    packets.filter(({ codec_type }) => codec_type === type).map(({ pts_time, size }) => [pts_time, size])
  return { streams, video: times('video'), audio: times('audio') }
}

describe('the live stream', () => {
  it('is the file’s pictures and sound, in whole pieces of ten frames, and leaves the file as it would be without', async () => {
    const { pieces, onFragment } = keep()
    const file = await encode({ name: 'live.mp4', onFragment })
    expect(file.equals(await encode({ name: 'alone.mp4' }))).toBe(true)

    expect(boxTypes(pieces[0])).toEqual(['ftyp', 'moov'])
    for (const piece of pieces.slice(1)) expect(boxTypes(piece)).toEqual(['moof', 'mdat'])
    // The last fragment may be short: what its pictures wait for in the encoder does not count.
    expect(pieces.length - 1 - FRAMES / 10).toBeOneOf([0, 1])

    await writeFile(join(dir, 'joined.mp4'), Buffer.concat(pieces))
    const [live, stored] = [await probe(join(dir, 'joined.mp4')), await probe(join(dir, 'live.mp4'))]
    expect(live.streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac'])
    expect(live.streams[0].start_time).toBe('0.000000')
    expect(live.video).toEqual(stored.video)
    expect(live.audio).toEqual(stored.audio)
  })

  it('is the same for the same pictures', async () => {
    const [one, two] = [keep(), keep()]
    await encode({ name: 'one.mp4', onFragment: one.onFragment })
    await encode({ name: 'two.mp4', onFragment: two.onFragment })
    expect(Buffer.concat(one.pieces).equals(Buffer.concat(two.pieces))).toBe(true)
  })

  it('ends where it cannot be taken, and the file gets done', async () => {
    let taken = 0
    const file = await encode({
      name: 'untaken.mp4',
      async onFragment() {
        taken++
        if (taken === 3) throw new Error('nobody is watching')
      },
    })
    expect(taken).toBe(3)
    expect(file.equals(await encode({ name: 'alone.mp4' }))).toBe(true)
  })

  it('holds the encoder back while it waits for whoever takes it', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let drawn = 0
    let done = false
    const encoding = encode({
      name: 'held.mp4',
      onFragment: () => held,
      frame(i) {
        drawn = i + 1
        return noiseFrame(i)
      },
    }).finally(() => {
      done = true
    })
    // Without back-pressure all frames are taken while nothing is awaited here but their being drawn.
    for (let before = -1; before !== drawn && !done; ) {
      before = drawn
      await wait(400)
    }
    expect(done).toBe(false)
    expect(drawn).toBeLessThan(FRAMES)
    release()
    await encoding
    expect(drawn).toBe(FRAMES)
  })

  it('does not keep a stopped encoder waiting', async () => {
    const stop = new AbortController()
    const encoding = encode({
      name: 'stopped.mp4',
      signal: stop.signal,
      onFragment() {
        stop.abort(new Error('stopped'))
        return new Promise(() => {})
      },
    })
    await expect(encoding).rejects.toThrow('stopped')
    expect((await readdir(dir)).filter((name) => name.startsWith('stopped'))).toEqual([])
  })

  it('takes any name for the file', async () => {
    const name = " a|b [f=null]'c \\ d:e.mp4"
    const file = await encode({ name, onFragment: keep().onFragment })
    expect(file.equals(await encode({ name: 'alone.mp4' }))).toBe(true)
  })
})
