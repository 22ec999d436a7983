import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecording, recordingPath } from '@/bench/avatar/recordings/read-recording'
import type { Phone, Sound } from '@/lib/engine/types'
import { resample } from '../../audio/resample'
import { encodeWav } from '../../audio/wav'
import { writeAudioFile } from '../../encode/audio-file'
import { ffmpegPath } from '../../encode/ffmpeg-path'
import { pcmBytes } from '../../encode/pcm'
import { seededRandom } from '../../motion/random'
import { VOWELS } from '../alphabet'
import { isPause } from '../phone-times'
import type { TrainedVoice } from '../presets'
import { createSpeaker } from '../speak'
import { colourDistance, medianPitch } from '../speech-measures'
import { TONE_FREQUENCIES } from '../voice/tone'
import { matchVoice } from './match-voice'
import { readReference } from './reference'
import { profileOf, type VoiceProfile } from './voice-profile'

const VOICES = fileURLToPath(new URL('../../../../assets/voices', import.meta.url))
const speaker = createSpeaker({ voicesDir: VOICES })
const CLIP =
  'Once upon a time, in a small village near the mountains, there lived an old clockmaker. ' +
  'Please hold the line; your call is important to us.'
const TEXT =
  'Welcome to our studio, where a single photograph becomes a speaking portrait. ' +
  'We never said it would be easy, but it is fun!'

let dir: string
let ffmpeg: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'match-'))
  ffmpeg = await ffmpegPath(dir)
})
afterAll(() => rm(dir, { recursive: true }))

const said = new Map<string, Promise<Sound>>()
/** Clips of the engine's own voices at other pitches and formants, as people might send them. */
function say(voice: string, tag = ''): Promise<Sound> {
  const key = voice + tag
  const clip = said.get(key) ?? speaker.speak(tag + CLIP, { voice, seed: 3 })
  said.set(key, clip)
  return clip
}
const LOW = '<|prosody:pitch_low|>'
const HIGH = '<|prosody:pitch_high|>'

/** White noise 15 dB below the speech. */
function noisy({ samples, sampleRate }: Sound): Sound {
  const random = seededRandom(5)
  const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length
  const level = Math.sqrt(3 * power * 10 ** -1.5)
  return { samples: samples.map((x) => x + level * (2 * random() - 1)), sampleRate }
}

/** As through a poor microphone: 6 dB an octave darker above 700 Hz. */
function dull({ samples, sampleRate }: Sound): Sound {
  let last = 0
  const share = 1 - Math.exp((-2 * Math.PI * 700) / sampleRate)
  return { samples: samples.map((x) => (last += share * (x - last))), sampleRate }
}

async function wav(name: string, sound: Sound): Promise<string> {
  const path = join(dir, name)
  await writeFile(path, encodeWav(sound))
  return path
}

async function mp3(name: string, sound: Sound): Promise<string> {
  const outPath = join(dir, name)
  async function* pcm() {
    yield pcmBytes(sound.samples)
  }
  await writeAudioFile(pcm(), { ffmpeg, format: 'mp3', sampleRate: sound.sampleRate, outPath })
  return outPath
}

/** Vowels a second of what is said, pauses left out. */
function vowelRate(phones: readonly Phone[]): number {
  const said = phones.filter((phone) => !isPause(phone))
  const seconds = said.reduce((sum, { start, end }) => sum + end - start, 0)
  return said.filter(({ symbol }) => VOWELS.has(symbol)).length / seconds
}

describe('matchVoice', () => {
  let trained: Map<TrainedVoice, VoiceProfile>
  beforeAll(async () => {
    trained = new Map([
      ['heart', profileOf(await speaker.speak(TEXT, { voice: 'default', seed: 1 }))],
      ['michael', profileOf(await speaker.speak(TEXT, { voice: 'marcus', seed: 1 }))],
    ])
  })

  it.each([
    ['chloe', HIGH, 'heart'],
    ['eleanor', '', 'heart'],
    ['nora', LOW, 'heart'],
    ['jake', HIGH, 'michael'],
    ['marcus', '', 'michael'],
    ['oliver', LOW, 'michael'],
  ])('knows the voice that %s%s was trained as, under noise and from MP3 too', async (voice, tag, model) => {
    const clip = await say(voice, tag)
    const compressed = (await readReference(await readFile(await mp3('clip.mp3', noisy(clip))))).profile
    for (const profile of [profileOf(clip), profileOf(noisy(clip)), profileOf(dull(clip)), compressed]) {
      expect(matchVoice(profile, trained).model).toBe(model)
    }
  })

  it('plays a livelier voice livelier, and one with a shorter vocal tract shorter', async () => {
    const [flat, lively, plain, small] = await Promise.all([
      say('marcus', '<|prosody:expressive_low|>'),
      say('marcus', '<|prosody:expressive_high|>'),
      say('oliver'),
      say('jake'),
    ])
    const style = (clip: Sound) => matchVoice(profileOf(clip), trained).style
    expect(style(lively).range / style(flat).range).toBeGreaterThan(1.3)
    expect(style(small).formant / style(plain).formant).toBeGreaterThan(1.03)
  })
})

describe('matchVoice, from a telephone', () => {
  it('does not take the end of the line for the end of the voice', async () => {
    const clip = await say('marcus')
    const trained = new Map([['michael' as const, profileOf(clip)]])
    const { tone } = matchVoice(profileOf(resample(clip, 8000)), trained).style
    for (const [i, hertz] of TONE_FREQUENCIES.entries()) {
      if (hertz < 3000 || hertz > 5000) expect(Math.abs(tone?.[i] ?? 0), `${hertz} Hz`).toBeLessThan(0.35)
    }
  })
})

describe('speech matched to a clip', () => {
  // The first clip makes the decoder compile and the trained voices speak for comparison.
  beforeAll(async () => {
    await speaker.speak('Ready.', {
      voice: 'default',
      reference: await wav('first.wav', await say('chloe')),
      seed: 1,
    })
  })

  it.each([
    ['a low woman, from WAV', 'nora', '', 'default', wav, (clip: Sound) => clip],
    ['a high woman through a dull microphone, from MP3', 'chloe', HIGH, 'default', mp3, dull],
    ['a high man under noise, from MP3', 'jake', HIGH, 'marcus', mp3, noisy],
    ['a low man through a dull microphone', 'oliver', LOW, 'marcus', wav, dull],
  ] as const)('has the pitch and the colour of %s', async (_, voice, tag, unmatched, encode, spoil) => {
    const clean = await say(voice, tag)
    const heard = spoil(clean)
    const reference = await encode(`${voice}.audio`, heard)
    const matched = await speaker.speak(TEXT, { voice: 'default', reference, seed: 1 })
    const preset = await speaker.speak(TEXT, { voice: unmatched, seed: 1 })
    expect(Math.abs(medianPitch(matched) / medianPitch(clean) - 1)).toBeLessThan(0.05)
    const target = spoil === noisy ? clean : heard
    expect(colourDistance(matched, target)).toBeLessThan(colourDistance(preset, target))
  })

  it.each(['allison', 'dashwood'] as const)(
    'has the pitch, colour and pace of %s, a real person',
    async (name) => {
      const { sound, phones } = await readRecording(name)
      const reference = recordingPath(name)
      const matched = await speaker.speak(TEXT, { voice: 'default', reference, seed: 1 })
      const unmatched = name === 'allison' ? 'default' : 'marcus'
      const preset = await speaker.speak(TEXT, { voice: unmatched, seed: 1 })
      expect(Math.abs(medianPitch(matched) / medianPitch(sound) - 1)).toBeLessThan(0.08)
      expect(colourDistance(matched, sound)).toBeLessThan(colourDistance(preset, sound))
      expect(Math.abs(vowelRate(matched.phones) / vowelRate(phones) - 1)).toBeLessThan(0.15)
    },
  )

  it('is as slow or as fast as the clip', async () => {
    const [slow, fast] = await Promise.all(
      ['slow', 'fast'].map(async (pace) => {
        const clip = await say('oliver', `<|prosody:speed_${pace}|>`)
        const reference = await wav(`${pace}.wav`, clip)
        return vowelRate((await speaker.speak(TEXT, { voice: 'default', reference, seed: 1 })).phones)
      }),
    )
    expect(fast / slow).toBeGreaterThan(1.15)
  })

  it('is the same each time, from whichever speaker', async () => {
    const reference = await wav('again.wav', await say('eleanor'))
    const options = { voice: 'default', reference, seed: 1 }
    const [once, again, fresh] = [
      await speaker.speak('Hello there.', options),
      await speaker.speak('Hello there.', options),
      await createSpeaker({ voicesDir: VOICES }).speak('Hello there.', options),
    ]
    expect(again.samples).toEqual(once.samples)
    expect(fresh.samples).toEqual(once.samples)
  })
})

describe('inspectReference', () => {
  it('tells how long a clip is', async () => {
    const clip = await say('marcus')
    const path = await mp3('length.mp3', clip)
    const { seconds } = await speaker.inspectReference(path)
    expect(Math.abs(seconds - clip.samples.length / clip.sampleRate)).toBeLessThan(0.12)
  })

  it('takes three seconds, and a clip longer than a minute', async () => {
    const { samples, sampleRate } = await say('marcus')
    const start = Math.round(0.2 * sampleRate)
    const three = { samples: samples.subarray(start, start + 3 * sampleRate), sampleRate }
    await expect(speaker.inspectReference(await wav('three.wav', three))).resolves.toEqual({ seconds: 3 })
    const long = { samples: new Float32Array(70 * sampleRate), sampleRate }
    for (let at = 0; at + samples.length < long.samples.length; at += samples.length)
      long.samples.set(samples, at)
    const { seconds } = await speaker.inspectReference(await wav('long.wav', long))
    expect(seconds).toBeGreaterThan(60)
  })

  it.each([
    [
      'too_short',
      async () => ({ ...(await say('nora')), samples: (await say('nora')).samples.slice(0, 2.8 * 24_000) }),
    ],
    ['silent', async () => ({ samples: new Float32Array(4 * 24_000), sampleRate: 24_000 })],
    ['no_voice', async () => noisy({ samples: new Float32Array(4 * 24_000).fill(0.2), sampleRate: 24_000 })],
    ['no_voice', () => say('nora', '<|style:whispering|>')],
  ] as const)('refuses a clip that is %s', async (code, make) => {
    await expect(speaker.inspectReference(await wav('bad.wav', await make()))).rejects.toMatchObject({
      type: 'empty_input',
      param: 'ref_audio',
      code,
    })
  })

  it('refuses what is no recording', async () => {
    const path = join(dir, 'notes.wav')
    await writeFile(path, 'Dear diary')
    await expect(speaker.inspectReference(path)).rejects.toMatchObject({
      type: 'invalid_audio_format',
      param: 'ref_audio',
      code: 'unreadable',
    })
    await expect(
      speaker.speak('Hello.', { voice: 'default', reference: path, seed: 1 }),
    ).rejects.toMatchObject({
      param: 'ref_audio',
    })
  })
})
