import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpegPath } from '../encode/ffmpeg-path'
import { createEngine } from '../engine'
import type { RenderRequest, RenderResult } from '../types'
import { type EncodedFilm, type Numbered, readFilm } from './encoded-film'
import { type FilmRecord, readRecord } from './film-record'

const dir = mkdtempSync(join(tmpdir(), 'retake-'))
afterAll(() => rmSync(dir, { recursive: true }))
const engine = createEngine({ assetsDir: 'assets', cacheDir: dir, provenanceDir: join(dir, 'provenance') })

const SENTENCES = [
  'Welcome, and thank you for coming.',
  'My name is Ellen, and I would like to show you the studio.',
  'Any sentence can be changed later.',
  'Nothing else has to be made again, and that saves a lot of time.',
  'Have a good day.',
]
const CHANGED = SENTENCES.with(2, 'A line of it may well be altered afterwards.')

function request(name: string, sentences: string[], earlier?: string): RenderRequest {
  return {
    portraitPath: 'assets/samples/astronaut.png',
    speech: { kind: 'script', text: sentences.join(' '), voice: 'default' },
    size: '480x640',
    seed: 7,
    outPath: join(dir, `${name}.mp4`),
    posterPath: join(dir, `${name}.jpg`),
    recordPath: join(dir, `${name}.json`),
    ...(earlier && {
      earlier: { filmPath: join(dir, `${earlier}.mp4`), recordPath: join(dir, `${earlier}.json`) },
    }),
  }
}

type Film = { result: RenderResult; encoded: EncodedFilm; record: FilmRecord }

async function film(name: string, sentences: string[], earlier?: string): Promise<Film> {
  const result = await engine.render(request(name, sentences, earlier))
  const record = await readRecord(join(dir, `${name}.json`))
  if (!record) throw new Error('no record')
  return { result, record, encoded: await readFilm(join(dir, `${name}.mp4`)) }
}

let before: Film
let after: Film
beforeAll(async () => {
  before = await film('before', SENTENCES)
  after = await film('after', CHANGED, 'before')
})

const bytesAt = (packets: Numbered[]) =>
  new Map(packets.map(({ number, packet }) => [number, Buffer.from(packet.data).toString('base64')]))

/** Numbers of what is there, byte for byte, in both films, the second `shift` later. */
function common(one: Numbered[], other: Numbered[], shift: number): number[] {
  const there = bytesAt(other)
  return one
    .filter(({ number, packet }) => there.get(number + shift) === Buffer.from(packet.data).toString('base64'))
    .map(({ number }) => number)
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

describe('a sentence that says something else', () => {
  it('leaves the sound of all others as it was, packet for packet, and in step with the pictures', () => {
    const shift = after.result.frames - before.result.frames
    expect(shift % 8).toBe(0)
    const [end, goesOn] = [before.record.runs[1].end, before.record.runs[3].start]
    const packet = (seconds: number) => Math.round((seconds * 48_000) / 1024)
    const stays = common(before.encoded.sound, after.encoded.sound, 0)
    expect(stays).toEqual(expect.arrayContaining(range(-1, packet(end))))
    const moves = common(before.encoded.sound, after.encoded.sound, (shift * 1920) / 1024)
    expect(moves).toEqual(expect.arrayContaining(range(packet(goesOn), before.encoded.sound.length - 1)))
  })

  it('leaves all pictures as they were but those up to the next that stand on their own', () => {
    const shift = after.result.frames - before.result.frames
    const keys = before.encoded.pictures
      .filter(({ packet }) => packet.type === 'key')
      .map((key) => key.number)
    const [from, to] = [before.record.runs[1].end * 25, before.record.runs[3].start * 25]
    const lastBefore = keys.findLast((key) => key <= from) ?? 0
    const firstAfter = keys.find((key) => key >= to) ?? before.result.frames
    expect(firstAfter).toBeLessThan(before.result.frames)
    expect(common(before.encoded.pictures, after.encoded.pictures, 0)).toEqual(
      expect.arrayContaining(range(0, lastBefore)),
    )
    expect(common(before.encoded.pictures, after.encoded.pictures, shift)).toEqual(
      expect.arrayContaining(range(firstAfter, before.result.frames)),
    )
    expect(after.encoded.pictures.length).toBe(after.result.frames)
    const numbers = after.encoded.pictures.map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(range(0, after.result.frames))
  })

  it('moves no more from one picture to the next than the film did, and nothing clicks', async () => {
    const [usual, moved] = await Promise.all([differences('before'), differences('after')])
    const most = usual.reduce((a, b) => Math.max(a, b))
    const [start, end] = [before.record.runs[1].end * 25, after.record.runs[3].start * 25]
    const keys = after.encoded.pictures.filter(({ packet }) => packet.type === 'key').map((key) => key.number)
    const joints = [start, end, ...keys].flatMap((frame) =>
      range(Math.floor(frame) - 2, Math.ceil(frame) + 2),
    )
    for (const joint of joints.filter((frame) => frame >= 0 && frame < moved.length)) {
      expect(moved[joint], `frame ${joint}`).toBeLessThan(most)
    }
    const sound = await decodedSound('after')
    for (const seconds of [before.record.runs[1].end + 0.02, after.record.runs[3].start - 0.04]) {
      const joint = sound.subarray(
        Math.round((seconds - 0.02) * 48_000),
        Math.round((seconds + 0.02) * 48_000),
      )
      expect(Math.max(...joint.map(Math.abs))).toBeLessThan(0.01)
    }
  })

  it('is as loud as it was, and every word has its time', async () => {
    const level = (sound: Float32Array, { start, end }: { start: number; end: number }) => {
      const said = sound.subarray(Math.round(start * 48_000), Math.round(end * 48_000))
      return 10 * Math.log10(said.reduce((sum, sample) => sum + sample ** 2, 0) / said.length)
    }
    const [was, is] = await Promise.all([decodedSound('before'), decodedSound('after')])
    expect(Math.abs(level(was, before.record.runs[2]) - level(is, after.record.runs[2]))).toBeLessThan(2)
    const words = after.result.words ?? []
    expect(words.map(({ word }) => word).join(' ')).toBe(CHANGED.join(' '))
    const times = words.flatMap(({ start, end }) => [start, end])
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })
})

describe('a film that was changed before', () => {
  it('can be changed again: its beginning, its end, and a sentence less', async () => {
    const again = ['Hi!', CHANGED[1], CHANGED[3], 'Goodbye, and come back soon.']
    const { result, record, encoded } = await film('again', again, 'after')
    expect(result.words?.map(({ word }) => word).join(' ')).toBe(again.join(' '))
    expect(record.poses.length).toBe(result.frames)
    expect(encoded.pictures.length).toBe(result.frames)
    expect((await differences('again')).length).toBe(result.frames - 1)
    const kept = record.runs[1]
    const shift = Math.round(((kept.start - after.record.runs[1].start) * 48_000) / 1024)
    expect(common(after.encoded.sound, encoded.sound, shift).length).toBeGreaterThan(100)
    // Poses, since pictures move with lips as well: no jerk where a sentence was left out.
    const turns = ({ poses }: FilmRecord) =>
      Math.max(...poses.slice(1).map(({ yaw }, i) => Math.abs(yaw - poses[i].yaw)))
    expect(turns(record)).toBeLessThan(1.5 * turns(before.record))
  })
})

describe('a film of which nothing can be used', () => {
  it('is made whole', async () => {
    expect((await engine.render(request('other', ['Something else.'], 'before'))).words?.length).toBe(2)
    expect((await engine.render(request('lost', ['Hello.'], 'never-made'))).recorded).toBe(true)
  })
})

/** Mean difference of the brightness of each picture from the one before. */
async function differences(name: string): Promise<number[]> {
  const size = 120 * 160
  const pictures = await decoded(name, ['-vf', 'scale=120:160', '-pix_fmt', 'gray', '-f', 'rawvideo'])
  return range(1, pictures.length / size).map((frame) => {
    let sum = 0
    for (let i = frame * size; i < (frame + 1) * size; i++) sum += Math.abs(pictures[i] - pictures[i - size])
    return sum / size
  })
}

async function decodedSound(name: string): Promise<Float32Array> {
  const bytes = await decoded(name, ['-f', 'f32le', '-ac', '1'])
  return new Float32Array(new Uint8Array(bytes).buffer)
}

async function decoded(name: string, options: string[]): Promise<Buffer> {
  const args = ['-v', 'error', '-i', join(dir, `${name}.mp4`), ...options, '-']
  const { stdout } = await promisify(execFile)(await ffmpegPath(dir), args, {
    encoding: 'buffer',
    maxBuffer: 2 ** 28,
  })
  return stdout
}
