import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ffmpegPath } from '../encode/ffmpeg-path'
import { convertRecording } from './convert-recording'
import { decodeRecording } from './decode-audio'
import { isOggOpus, sniffAudio } from './sniff-audio'

const SPEECH = 'lib/engine/visemes/fixtures/speech.wav'

let dir: string
let ffmpeg: string
const at = (name: string) => join(dir, name)
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'convert-'))
  ffmpeg = await ffmpegPath(dir)
  const encode = (...args: string[]) => execFileSync(ffmpeg, ['-v', 'error', '-i', SPEECH, ...args])
  encode('-c:a', 'aac', at('voice.m4a'))
  encode('-c:a', 'libopus', '-ac', '2', at('browser.webm'))
  encode('-c:a', 'libvorbis', at('vorbis.ogg'))
  encode('-c:a', 'flac', at('flac.ogg'))
  encode('-c:a', 'libopus', at('opus.ogg'))
})
afterAll(() => rm(dir, { recursive: true }))

describe('convertRecording', () => {
  it.each(['voice.m4a', 'browser.webm', 'vorbis.ogg'])(
    'makes an MP3 of %s that sounds the same',
    async (name) => {
      const { contentType, seconds } = await convertRecording(at(name), at('out.mp3'), ffmpeg)
      expect(contentType).toBe('audio/mpeg')
      const bytes = await readFile(at('out.mp3'))
      expect(sniffAudio(bytes)).toBe('mp3')
      expect(bytes.length).toBeLessThan(seconds * 13_000 + 2000)

      const [original, converted] = [await decodeRecording(at(name)), await decodeRecording(at('out.mp3'))]
      expect(Math.abs(converted.seconds - seconds)).toBeLessThan(0.08)
      expect(likeness(original.samples, converted.samples)).toBeGreaterThan(0.95)
    },
  )

  it('refuses what is no recording, and leaves nothing', async () => {
    await writeFile(at('text.m4a'), 'not a recording')
    await expect(convertRecording(at('text.m4a'), at('none.mp3'), ffmpeg)).rejects.toMatchObject({
      type: 'invalid_audio_format',
      param: 'input',
    })
    expect((await readdir(dir)).filter((name) => name.startsWith('none'))).toEqual([])
  })
})

describe('isOggOpus', () => {
  it('tells Opus from what else an Ogg file holds, by its first bytes', async () => {
    const head = async (name: string) => (await readFile(at(name))).subarray(0, 64)
    expect(isOggOpus(await head('opus.ogg'))).toBe(true)
    expect(isOggOpus(await head('vorbis.ogg'))).toBe(false)
    expect(isOggOpus(await head('flac.ogg'))).toBe(false)
    expect(isOggOpus(await head('voice.m4a'))).toBe(false)
    expect(isOggOpus(new Uint8Array(0))).toBe(false)
  })
})

/** The best correlation of two sounds within 60 ms of each other, at every eighth sample. */
function likeness(a: Float32Array, b: Float32Array): number {
  let best = 0
  for (let lag = -2880; lag <= 2880; lag += 8) {
    let [dot, aa, bb] = [0, 1e-9, 1e-9]
    for (let i = 2880; i < a.length - 2880; i += 8) {
      dot += a[i] * (b[i + lag] ?? 0)
      aa += a[i] ** 2
      bb += (b[i + lag] ?? 0) ** 2
    }
    best = Math.max(best, dot / Math.sqrt(aa * bb))
  }
  return best
}
