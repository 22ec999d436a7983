import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { StudioError } from '@/lib/boson/errors'
import { ffmpegPath } from '@/lib/engine/encode/ffmpeg-path'
import { decodeRecording, RECORDING_RATE } from './decode-audio'
import { encodeWav } from './wav'

const TONE_HZ = 440
/** File name → how ffmpeg is to encode one second of a tone into it. */
const FORMATS: Record<string, string> = {
  'pcm-8-bit.wav': '-c:a pcm_u8',
  'pcm-16-bit.wav': '-c:a pcm_s16le',
  'pcm-24-bit.wav': '-c:a pcm_s24le',
  'pcm-32-bit.wav': '-c:a pcm_s32le',
  'float.wav': '-c:a pcm_f32le',
  'double.wav': '-c:a pcm_f64le',
  'a-law.wav': '-c:a pcm_alaw -ar 8000',
  'stereo-11025.wav': '-c:a pcm_s16le -ac 2 -ar 11025',
  'odd-rate.wav': '-c:a pcm_s16le -ar 12347',
  'high-rate.wav': '-c:a pcm_s24le -af pan=stereo|c0=c0|c1=c0 -ar 96000',
  'surround.wav': '-c:a pcm_s16le -ac 6',
  'mono.mp3': '-c:a libmp3lame',
  'stereo-22050.mp3': '-c:a libmp3lame -ac 2 -ar 22050',
  'voice.m4a': '-c:a aac',
  'voice.aac': '-c:a aac -ar 44100 -ac 2',
  'voice.flac': '-c:a flac',
  'vorbis.ogg': '-c:a libvorbis -ac 2',
  'flac.ogg': '-c:a flac',
  'voice.opus': '-c:a libopus',
  'voice.webm': '-c:a libopus -ac 2',
  'voice.mka': '-c:a libvorbis',
}

let dir: string
const file = (name: string) => join(dir, name)

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'decode-audio-'))
  const ffmpeg = await ffmpegPath(dir)
  const run = (...args: string[]) => execFileSync(ffmpeg, ['-v', 'error', '-y', ...args])
  writeFileSync(file('tone'), encodeWav(tone(1)))
  run(
    ...['-f', 'wav', '-i', file('tone')],
    ...Object.entries(FORMATS).flatMap(([name, options]) => [...options.split(' '), file(name)]),
  )
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=64x64:rate=5:duration=1']
  run('-i', file('tone'), ...picture, '-c:v', 'libx264', '-c:a', 'aac', file('with-video.mp4'))
  run(
    '-i',
    file('tone'),
    ...picture,
    '-c:v',
    'mjpeg',
    '-frames:v',
    '1',
    '-c:a',
    'flac',
    file('with-cover.flac'),
  )
  run(...picture, '-c:v', 'libx264', file('no-sound.mp4'))
  write('with-cover.flac', withFlacPicture(readFileSync(file('voice.flac'))))
  write('with-cover.mp3', withId3Picture(readFileSync(file('mono.mp3'))))
  const opposed = 'aevalsrc=sin(2*PI*440*t)*0.3|-sin(2*PI*440*t)*0.3:duration=1'
  run('-f', 'lavfi', '-i', opposed, file('opposed.wav'))
  run('-f', 'lavfi', '-i', 'sine=duration=60', '-c:a', 'libmp3lame', '-b:a', '32k', file('minute.mp3'))
  run('-f', 'lavfi', '-i', 'sine=duration=60.2', file('over.flac'))
  run('-f', 'lavfi', '-i', 'sine=duration=95', '-c:a', 'libmp3lame', '-b:a', '32k', file('long.mp3'))
})

afterAll(() => rmSync(dir, { recursive: true, force: true }))

function tone(seconds: number, amplitude = 0.5) {
  const samples = Float32Array.from(
    { length: seconds * 48_000 },
    (_, i) => amplitude * Math.sin((2 * Math.PI * TONE_HZ * i) / 48_000),
  )
  return { samples, sampleRate: 48_000 }
}

/** Frequency of a tone by its upward zero crossings, in the middle of the sound. */
function frequency(samples: Float32Array): number {
  const [from, to] = [samples.length >> 2, (3 * samples.length) >> 2]
  const crossings: number[] = []
  for (let i = from; i < to; i++) {
    if (samples[i] < 0 && samples[i + 1] >= 0) crossings.push(i - samples[i] / (samples[i + 1] - samples[i]))
  }
  return ((crossings.length - 1) * RECORDING_RATE) / (crossings.at(-1)! - crossings[0])
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A PICTURE block (RFC 9639 §8.8) behind STREAMINFO, as phones and shops put covers in. */
function withFlacPicture(flac: Buffer): Buffer {
  const mime = Buffer.from('image/png')
  const numbers = [1, 1, 24, 0].map(uint32)
  const picture = Buffer.concat([
    uint32(3),
    uint32(mime.length),
    mime,
    uint32(0),
    ...numbers,
    uint32(PNG.length),
    PNG,
  ])
  const header = uint32(picture.length)
  header[0] = 6
  return Buffer.concat([flac.subarray(0, 42), header, picture, flac.subarray(42)])
}

/** An ID3v2.3 tag with an attached picture (APIC) in front. */
function withId3Picture(mp3: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('\0image/png\0\x03\0', 'latin1'), PNG])
  const frame = Buffer.concat([Buffer.from('APIC'), uint32(body.length), Buffer.alloc(2), body])
  const size = Buffer.of(0, 0, frame.length >> 7, frame.length & 0x7f)
  return Buffer.concat([Buffer.from('ID3\x03\0\0', 'latin1'), size, frame, mp3])
}

const peak = (samples: Float32Array) => samples.reduce((highest, x) => Math.max(highest, Math.abs(x)), 0)

function write(name: string, bytes: Uint8Array | string): string {
  writeFileSync(file(name), bytes)
  return file(name)
}

async function refusalOf(path: string): Promise<string> {
  const error = await decodeRecording(path).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StudioError)
  if (!(error instanceof StudioError)) throw error
  expect(error.param).toBe('input')
  return [error.type, error.code].filter(Boolean).join(' ')
}

describe('decodeRecording', () => {
  it.each([...Object.keys(FORMATS), 'with-video.mp4', 'with-cover.flac', 'with-cover.mp3'])(
    'decodes %s',
    async (name) => {
      const sound = await decodeRecording(file(name))
      expect(sound.sampleRate).toBe(48_000)
      expect(sound.seconds).toBe(sound.samples.length / 48_000)
      // AAC and MP3 pad to whole frames.
      expect(Math.abs(sound.seconds - 1)).toBeLessThan(0.08)
      expect(Math.abs(frequency(sound.samples) - TONE_HZ)).toBeLessThan(1)
      expect(sound.cutOff).toBe(false)
    },
  )

  it('keeps the level of one channel and of two alike', async () => {
    expect(peak((await decodeRecording(file('float.wav'))).samples)).toBeCloseTo(0.5, 2)
    expect(peak((await decodeRecording(file('high-rate.wav'))).samples)).toBeCloseTo(0.5, 2)
  })

  it('hears two channels that cancel each other out', async () => {
    const { samples } = await decodeRecording(file('opposed.wav'))
    expect(peak(samples)).toBeGreaterThan(0.25)
    expect(frequency(samples)).toBeCloseTo(TONE_HZ, 0)
  })

  it('takes sixty seconds and says how long a longer recording is', async () => {
    expect((await decodeRecording(file('minute.mp3'))).seconds).toBeCloseTo(60, 1)
    await expect(refusalOf(file('over.flac'))).resolves.toBe('audio_too_long')
    await expect(decodeRecording(file('long.mp3'))).rejects.toThrow(/95 seconds long.*at most 60 seconds/)
  })

  it('takes what there is of a file that was cut off, and says so', async () => {
    const whole = readFileSync(file('minute.mp3'))
    const half = await decodeRecording(write('half.mp3', whole.subarray(0, whole.length / 2)))
    expect(half.cutOff).toBe(true)
    expect(half.seconds).toBeCloseTo(30, 0)
  })

  it('refuses what holds no sound to decode', async () => {
    const m4a = readFileSync(file('voice.m4a'))
    await expect(refusalOf(write('cut.m4a', m4a.subarray(0, 4000)))).resolves.toBe(
      'invalid_audio_format unreadable',
    )
    const adts = readFileSync(file('voice.aac'))
    await expect(refusalOf(write('head.aac', adts.subarray(0, 6)))).resolves.toBe(
      'invalid_audio_format unreadable',
    )
    await expect(refusalOf(file('no-sound.mp4'))).resolves.toBe('invalid_audio_format unreadable')
  })

  it.each([
    ['a playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\npcm-16-bit.wav\n#EXT-X-ENDLIST\n'],
    ['an ffmpeg concat script', "ffconcat version 1.0\nfile 'pcm-16-bit.wav'\n"],
    ['an archive', 'PK\x03\x04\x14\0\0\0\x08\0'],
    ['a web page', '<!doctype html><title>Sign in</title>'],
  ])('never opens %s that is called MP3', async (_, content) => {
    await expect(refusalOf(write('disguised.mp3', content))).resolves.toBe('invalid_audio_format unreadable')
  })

  it('never follows a playlist behind the header of a sound file', async () => {
    const tag = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')
    const playlist = Buffer.from('#EXTM3U\n#EXTINF:10,\nfile:recording\n#EXT-X-ENDLIST\n'.repeat(40))
    await expect(refusalOf(write('tagged.mp3', Buffer.concat([tag, playlist])))).resolves.toBe(
      'invalid_audio_format unreadable',
    )
  })

  it('names what is wrong with an empty, a short and a silent recording', async () => {
    await expect(refusalOf(write('empty.wav', ''))).resolves.toBe('empty_input empty_file')
    await expect(refusalOf(write('short.wav', encodeWav(tone(0.15))))).resolves.toBe('empty_input too_short')
    await expect(refusalOf(write('quiet.wav', encodeWav(tone(1, 0.002))))).resolves.toBe('empty_input silent')
    const click = tone(1, 0)
    click.samples.set(tone(0.1).samples, 20_000)
    await expect(refusalOf(write('click.wav', encodeWav(click)))).resolves.toBe('empty_input silent')
    const offset = { samples: new Float32Array(48_000).fill(0.2), sampleRate: 48_000 }
    await expect(refusalOf(write('offset.wav', encodeWav(offset)))).resolves.toBe('empty_input silent')
    const word = tone(1, 0)
    word.samples.set(tone(0.25).samples, 20_000)
    expect((await decodeRecording(write('word.wav', encodeWav(word)))).seconds).toBe(1)
  })

  it('refuses random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        await refusalOf(write('random', bytes))
      }),
      { numRuns: 100 },
    )
  })

  it('survives damage anywhere: a sound or a refusal, nothing else', async () => {
    const names = [
      'pcm-24-bit.wav',
      'mono.mp3',
      'voice.m4a',
      'voice.aac',
      'voice.flac',
      'vorbis.ogg',
      'voice.webm',
    ]
    const originals = names.map((name) => readFileSync(file(name)))
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      maxLength: 40,
    })
    const whole = fc.double({ min: 0.02, max: 1, noNaN: true })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), damage, whole, async (original, edits, share) => {
        const bytes = Uint8Array.from(original.subarray(0, Math.ceil(original.length * share)))
        // Squared: headers lie at the front.
        for (const [at, value] of edits) bytes[Math.floor(at * at * bytes.length)] = value
        const path = write('damaged', bytes)
        const sound = await decodeRecording(path).catch(() => refusalOf(path))
        if (typeof sound === 'string') return
        expect(sound.samples.every((x) => Math.abs(x) <= 1)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  it('leaves no trace of the worker it pretends to be', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'self')
    await decodeRecording(file('mono.mp3'))
    expect(Object.getOwnPropertyDescriptor(globalThis, 'self')).toEqual(before)
  })
})
