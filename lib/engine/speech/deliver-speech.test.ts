import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeRecording } from '../audio/decode-audio'
import { sniffAudio } from '../audio/sniff-audio'
import { decodeWav } from '../audio/wav'
import { ffmpegPath } from '../encode/ffmpeg-path'
import type { SpeakRequest } from '../types'
import { deliverSpeech } from './deliver-speech'
import { createSpeaker } from './speak'
import { integratedLoudness } from './voice/loudness'

const speaker = createSpeaker({
  voicesDir: fileURLToPath(new URL('../../../assets/voices', import.meta.url)),
})
const TEXT =
  'Welcome! Here is something that takes a little longer to say. It cost $5.99 in 1969, believe it or not. ' +
  'Nobody knows for certain why the price went up. And that is all there is to say.'

let dir: string
let ffmpeg: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'speech-'))
  ffmpeg = await ffmpegPath(dir)
})
afterAll(() => rm(dir, { recursive: true }))

function request(over: Partial<SpeakRequest> = {}): SpeakRequest {
  return { text: TEXT, voice: 'default', format: 'pcm', outPath: null, ...over }
}

/** Samples handed out as they are spoken. */
async function stream(text = TEXT) {
  const chunks: Uint8Array[] = []
  const result = await deliverSpeech(speaker, request({ text }), {
    ffmpeg,
    onAudio: (pcm) => void chunks.push(pcm),
  })
  return { ...result, chunks, pcm: Buffer.concat(chunks) }
}

describe('into a file', () => {
  it.each([
    ['mp3', 'mp3'],
    ['opus', 'ogg'],
    ['aac', 'aac'],
    ['flac', 'flac'],
    ['wav', 'wav'],
  ] as const)(
    'speaks %s, which plays as long as it says, at the level of speech',
    async (format, container) => {
      const outPath = join(dir, `speech.${format}`)
      const { seconds, words } = await deliverSpeech(speaker, request({ format, outPath }), { ffmpeg })
      expect(sniffAudio(await readFile(outPath))).toBe(container)
      const recording = await decodeRecording(outPath)
      expect(Math.abs(recording.seconds - seconds)).toBeLessThan(0.12)
      expect(Math.abs(integratedLoudness(recording.samples, recording.sampleRate) + 16)).toBeLessThan(1)
      expect(words.map(({ word }) => word).join(' ')).toBe(TEXT)
    },
  )

  it('speaks bare samples, the same that a WAV file holds', async () => {
    const [pcm, wav] = [join(dir, 'bare.pcm'), join(dir, 'same.wav')]
    await deliverSpeech(speaker, request({ outPath: pcm }), { ffmpeg })
    await deliverSpeech(speaker, request({ format: 'wav', outPath: wav }), { ffmpeg })
    const { samples, sampleRate } = decodeWav(await readFile(wav))
    const bare = await readFile(pcm)
    expect(sampleRate).toBe(24_000)
    expect(bare.length).toBe(2 * samples.length)
    expect(Math.abs(bare.readInt16LE(48_000) / 32767 - samples[24_000])).toBeLessThan(1e-6)
  })

  it('gives the same file for the same text', async () => {
    const paths = ['once.opus', 'again.opus'].map((name) => join(dir, name))
    for (const outPath of paths) {
      await deliverSpeech(speaker, request({ text: 'Same.', format: 'opus', outPath }), { ffmpeg })
    }
    const [once, again] = await Promise.all(paths.map((path) => readFile(path)))
    expect(once.equals(again)).toBe(true)
  })

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController()
    const outPath = join(dir, 'stopped.mp3')
    const speaking = deliverSpeech(speaker, request({ format: 'mp3', outPath }), {
      ffmpeg,
      signal: stop.signal,
      onProgress: (fraction) => fraction > 0.5 && stop.abort(),
    })
    await expect(speaking).rejects.toThrow()
    expect((await readdir(dir)).filter((name) => name.startsWith('stopped'))).toEqual([])
  })

  it('says so where it cannot write, and where there is nothing to say', async () => {
    const outPath = join(dir, 'no-such-folder', 'speech.mp3')
    await expect(
      deliverSpeech(speaker, request({ text: 'Hello.', format: 'mp3', outPath }), { ffmpeg }),
    ).rejects.toMatchObject({ type: 'render_failed' })
    await expect(
      deliverSpeech(speaker, request({ text: '…', format: 'mp3', outPath: join(dir, 'nothing.mp3') }), {
        ffmpeg,
      }),
    ).rejects.toMatchObject({ type: 'empty_input', param: 'input' })
    await expect(deliverSpeech(speaker, request({ voice: 'zoe' }), { ffmpeg })).rejects.toMatchObject({
      type: 'unknown_voice',
      param: 'voice',
    })
    expect((await readdir(dir)).filter((name) => name.startsWith('nothing'))).toEqual([])
  })
})

describe('as it is spoken', () => {
  it('hands out the same samples as a file holds, in parts, each at the level of the whole', async () => {
    const outPath = join(dir, 'whole.pcm')
    const whole = await deliverSpeech(speaker, request({ outPath }), { ffmpeg })
    const { chunks, pcm, seconds, words } = await stream()
    expect(chunks.length).toBeGreaterThan(2)
    expect(pcm.equals(await readFile(outPath))).toBe(true)
    expect({ seconds, words }).toEqual(whole)
    expect(pcm.length).toBe(Math.round(seconds * 24_000) * 2)
    const level = loudness(pcm)
    for (const chunk of chunks) expect(Math.abs(loudness(chunk) - level)).toBeLessThan(1.5)
  })

  it.each([
    'Hi. This is the second of three sentences, and much longer than the first! Was that so hard?',
    'One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten.',
    'I never said she stole my money! Please hold the line; your call is important to us.',
  ])('is as loud as speech on the web: %s', async (text) => {
    expect(Math.abs(loudness((await stream(text)).pcm) + 16)).toBeLessThan(1)
  })

  it('waits for whoever takes it', async () => {
    const said: number[] = []
    const [reached, reach] = signalled()
    const [held, free] = signalled()
    const speaking = deliverSpeech(speaker, request(), {
      ffmpeg,
      onProgress: (fraction) => said.push(fraction),
      onAudio: () => {
        reach()
        return held
      },
    })
    await reached
    const before = said.at(-1)
    // Other speech is made meanwhile; this one stands still.
    await stream('Something else that is said in the meantime, at some length. And a bit more.')
    expect(said.at(-1)).toBe(before)
    expect(before).toBeLessThan(1)
    free()
    await speaking
    expect(said.at(-1)).toBe(1)
  })

  it('takes as long as it takes', async () => {
    const text = 'Speech without a picture may well go on for longer than a minute, if need be. '.repeat(16)
    const { seconds, words } = await stream(text)
    expect(seconds).toBeGreaterThan(62)
    expect(words).toHaveLength(16 * 16)
    expect(words.at(-1)?.end).toBeGreaterThan(seconds - 1)
  })
})

/** A promise, and what resolves it. */
function signalled(): [Promise<void>, () => void] {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return [promise, resolve]
}

function loudness(pcm: Uint8Array): number {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  const samples = Float32Array.from(
    { length: pcm.byteLength / 2 },
    (_, i) => view.getInt16(2 * i, true) / 32768,
  )
  return integratedLoudness(samples, 24_000)
}
