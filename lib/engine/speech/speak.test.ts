import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Utterance } from '@/lib/engine/types'
import { CONSONANTS, VOWELS } from './alphabet'
import { isPause } from './phone-times'
import { createSpeaker } from './speak'
import { medianPitch } from './speech-measures'
import { joinPieces, type SpokenPiece } from './timeline'
import { integratedLoudness } from './voice/loudness'

const VOICES = fileURLToPath(new URL('../../../assets/voices', import.meta.url))
const speaker = createSpeaker({ voicesDir: VOICES })
const SENTENCE = 'The early bird catches the worm. Do you believe that?'

const said = new Map<string, Promise<Utterance>>()
/** Speech with seed 1, made once: several tests look at the same. */
function say(script: string, voice = 'default'): Promise<Utterance> {
  const key = `${voice} ${script}`
  const utterance = said.get(key) ?? speaker.speak(script, { voice, seed: 1 })
  said.set(key, utterance)
  return utterance
}
const seconds = (utterance: Utterance) => utterance.samples.length / utterance.sampleRate

/** Root mean squares of the 5 ms steps between two times. */
function levels({ samples, sampleRate }: Utterance, start: number, end: number): number[] {
  const step = Math.round(0.005 * sampleRate)
  const result: number[] = []
  for (let at = Math.round(start * sampleRate); at + step <= end * sampleRate; at += step) {
    const part = samples.subarray(at, at + step)
    result.push(Math.sqrt(part.reduce((sum, x) => sum + x * x, 0) / step))
  }
  return result
}

describe('speak', () => {
  it('gives phones that are ordered, gapless and cover the sound, in the voices’ alphabet', async () => {
    const utterance = await say(SENTENCE)
    expect(utterance.sampleRate).toBe(24_000)
    let end = 0
    for (const phone of utterance.phones) {
      expect(phone.start).toBeCloseTo(end, 6)
      expect(phone.end).toBeGreaterThan(phone.start)
      expect(isPause(phone) || VOWELS.has(phone.symbol) || CONSONANTS.has(phone.symbol), phone.symbol).toBe(
        true,
      )
      end = phone.end
    }
    expect(end).toBeCloseTo(seconds(utterance), 6)
    expect(utterance.phones.map((phone) => phone.symbol).join('')).toContain('wɜɹm')
  })

  it('places phones where they sound: lips closed for p are quiet, the vowel after is loud, pauses are silent', async () => {
    const utterance = await say('Papa put the happy puppy up. Stop it, Peppa.')
    const { phones } = utterance
    const loudest = (start: number, end: number) => Math.max(...levels(utterance, start, end))
    const quietest = (start: number, end: number) => Math.min(...levels(utterance, start, end))
    const stops = phones.filter((phone, i) => phone.symbol === 'p' && VOWELS.has(phones[i + 1].symbol))
    expect(stops.length).toBeGreaterThanOrEqual(6)
    for (const { start, end } of stops) {
      expect(quietest(start, end)).toBeLessThan(0.25 * loudest(end, end + 0.1))
    }
    for (const { start, end } of phones.filter(isPause)) {
      if (end - start > 0.15) expect(quietest(start + 0.06, end - 0.03)).toBeLessThan(0.01)
    }
  })

  it('leaves a silence of natural length between sentences', async () => {
    const { phones } = await say('This is the first one. This is the second one.')
    const inner = phones.slice(1, -1).filter(isPause)
    expect(inner).toHaveLength(1)
    expect(inner[0].end - inner[0].start).toBeGreaterThan(0.25)
    expect(inner[0].end - inner[0].start).toBeLessThan(0.6)
  })

  it('gives the same samples for the same seed, and others for another', async () => {
    const [a, b, c] = [
      await speaker.speak('Hello there.', { voice: 'jake', seed: 7 }),
      await speaker.speak('Hello there.', { voice: 'jake', seed: 7 }),
      await speaker.speak('Hello there.', { voice: 'jake', seed: 8 }),
    ]
    expect(Buffer.from(a.samples.buffer).equals(Buffer.from(b.samples.buffer))).toBe(true)
    expect(a.phones).toEqual(b.phones)
    expect(Buffer.from(a.samples.buffer).equals(Buffer.from(c.samples.buffer))).toBe(false)
  })

  it('has women about one and a half times as high as men, and presets that differ', async () => {
    const pitch: Record<string, number> = {}
    for (const voice of ['default', 'chloe', 'nora', 'marcus', 'oliver']) {
      pitch[voice] = medianPitch(await say(SENTENCE, voice))
    }
    expect(pitch.default / pitch.marcus).toBeGreaterThan(1.35)
    expect(pitch.default / pitch.marcus).toBeLessThan(2)
    expect(pitch.chloe / pitch.default).toBeGreaterThan(1.03)
    expect(pitch.nora / pitch.default).toBeLessThan(0.93)
    expect(pitch.oliver).toBeLessThan(pitch.marcus)
  })

  it('is as loud as speech on the web, without a peak over full scale or a step at its ends', async () => {
    for (const voice of ['eleanor', 'oliver']) {
      const { samples } = await say(SENTENCE, voice)
      expect(Math.abs(integratedLoudness(samples, 24_000) + 16)).toBeLessThan(0.5)
      expect(samples.every((sample) => Math.abs(sample) < 0.9)).toBe(true)
      expect(Math.abs(samples[0])).toBeLessThan(1e-3)
      expect(Math.abs(samples[samples.length - 1])).toBeLessThan(1e-3)
    }
  })

  it('reports progress up to the end', async () => {
    const fractions: number[] = []
    await speaker.speak(SENTENCE, {
      voice: 'chloe',
      seed: 1,
      onProgress: (fraction) => fractions.push(fraction),
    })
    expect(fractions).toEqual([0.5, 1])
  })

  it('stops when told to', async () => {
    const control = new AbortController()
    const speaking = speaker.speak(SENTENCE, {
      voice: 'default',
      seed: 1,
      signal: control.signal,
      onProgress: () => control.abort(),
    })
    await expect(speaking).rejects.toMatchObject({ type: 'cancelled' })
  })

  it('hands out a long script while the rest is still to be spoken, at one level', async () => {
    const script = `${SENTENCE} Nobody knows for certain. ${SENTENCE} And that is all there is to say about birds.`
    let spoken = 0
    const onProgress = (fraction: number) => {
      spoken = fraction
    }
    const pieces: SpokenPiece[] = []
    const spokenAt: number[] = []
    for await (const piece of speaker.pieces(script, { voice: 'default', seed: 1, onProgress })) {
      pieces.push(piece)
      spokenAt.push(spoken)
    }
    expect(spokenAt[0]).toBeLessThan(0.6)
    expect(spokenAt.at(-1)).toBe(1)
    for (const piece of pieces) {
      expect(Math.abs(integratedLoudness(piece.samples, piece.sampleRate) + 16)).toBeLessThan(1)
      expect(Math.abs(piece.samples[0])).toBeLessThan(1e-3)
      expect(Math.abs(piece.samples[piece.samples.length - 1])).toBeLessThan(1e-3)
    }
    expect(await say(script)).toMatchObject(joinPieces(pieces))
  })

  it('gives up what turns out longer than it may be', async () => {
    const speaking = speaker.speak('One, two, three, four, five, six, seven.', {
      voice: 'nora',
      seed: 1,
      maxSeconds: 2,
    })
    await expect(speaking).rejects.toMatchObject({ type: 'audio_too_long' })
  })

  it('says a sentence longer than one run takes', async () => {
    const long = `It had ${'many, many more words than anyone would want to say, '.repeat(7)}and then it ended.`
    const utterance = await say(long)
    expect(seconds(utterance)).toBeGreaterThan(15)
    expect(
      utterance.phones
        .map((phone) => phone.symbol)
        .join('')
        .match(/mɛni/g)?.length,
    ).toBe(14)
  })
})

describe('tags', () => {
  it('pauses where told to, as long as told to', async () => {
    const { phones } = await say('Wait <|prosody:long_pause|> now.')
    const pause = phones.slice(1, -1).find(isPause)
    expect(pause && pause.end - pause.start).toBeGreaterThan(0.9)
    expect(pause && pause.end - pause.start).toBeLessThan(1.4)
  })

  it('changes speed and pitch', async () => {
    const [plain, slow, fast, high] = [
      await say(SENTENCE),
      await say(`<|prosody:speed_very_slow|>${SENTENCE}`),
      await say(`<|prosody:speed_very_fast|>${SENTENCE}`),
      await say(`<|prosody:pitch_high|>${SENTENCE}`),
    ]
    expect(seconds(slow) / seconds(plain)).toBeGreaterThan(1.3)
    expect(seconds(fast) / seconds(plain)).toBeLessThan(0.85)
    expect(seconds(fast) / seconds(plain)).toBeGreaterThan(0.69)
    expect(medianPitch(high) / medianPitch(plain)).toBeCloseTo(2 ** (2.5 / 12), 1)
  })

  it('whispers without a voice', async () => {
    const whisper = await say(`<|style:whispering|>${SENTENCE}`)
    expect(medianPitch(whisper)).toBeUndefined()
    expect(Math.abs(integratedLoudness(whisper.samples, 24_000) + 16)).toBeLessThan(1)
  })

  it('tells when something is said with an emotion or in a style', async () => {
    const script =
      'Plain at first, for a while. <|emotion:anger|>Then cross. Very cross! <|style:whispering|>And cross in a whisper.'
    const { performance, words } = await say(script)
    expect(performance.map(({ emotion, style }) => ({ emotion, style }))).toEqual([
      { emotion: 'anger', style: null },
      { emotion: 'anger', style: 'whispering' },
    ])
    const [cross, whisper] = performance
    const heard = (text: string) => words.find(({ word }) => word.startsWith(text))
    expect(cross.start).toBeGreaterThanOrEqual(heard('while')?.end ?? Number.NaN)
    expect(cross.start).toBeLessThan(heard('Then')?.start ?? Number.NaN)
    expect(cross.end).toBeCloseTo(whisper.start, 6)
    expect(whisper.end).toBeGreaterThanOrEqual(words.at(-1)?.end ?? Number.NaN)
    expect((await say('Plain.')).performance).toEqual([])
  })

  it('never reads a tag aloud, known or not', async () => {
    const { phones } = await say('<|emotion:joy|>Hello<|sfx:laughter|><|foo|> there.')
    const plain = await say('Hello there.')
    const sounds = (all: typeof phones) =>
      all
        .filter((phone) => !isPause(phone))
        .map((phone) => phone.symbol)
        .join('')
    expect(sounds(phones)).toBe(sounds(plain.phones))
    // Nor does it break the sentence.
    expect(phones).toEqual(plain.phones)
  })
})

describe('inspect', () => {
  it.each([
    ['Hello.', 'default'],
    ['Welcome to our studio, where a single photograph becomes a speaking portrait.', 'chloe'],
    ['We met on March 5, 2024 at 3:30 pm, and paid $5.50 for two coffees. Was it worth it?', 'marcus'],
    ['Once upon a time, in a small village near the mountains, there lived an old clockmaker.', 'nora'],
    ['<|prosody:speed_slow|>Please hold the line; your call is important to us.', 'oliver'],
  ])('expects the length of %j in voice %s within 15 %%', async (script, voice) => {
    const expected = await speaker.inspect(script, voice)
    const spoken = seconds(await say(script, voice))
    expect(expected.seconds / spoken).toBeGreaterThan(0.85)
    expect(expected.seconds / spoken).toBeLessThan(1.15)
  })

  it.each(['', ' \n ', '🙂', '…!?', '<|emotion:pride|>', '<|unknown|>'])(
    'finds nothing to say in %j',
    async (script) => {
      await expect(speaker.inspect(script, 'default')).rejects.toMatchObject({
        type: 'empty_input',
        code: 'nothing_to_say',
        param: 'input_tts',
      })
    },
  )

  it.each(['Привет, как дела?', '你好，世界', 'مرحبا بالعالم', 'こんにちは', 'Καλημέρα σας'])(
    'refuses %s, which is not English',
    async (script) => {
      await expect(speaker.inspect(script, 'default')).rejects.toMatchObject({
        type: 'invalid_request',
        code: 'language_not_supported',
        param: 'input_tts',
      })
    },
  )

  it('refuses another language in Latin letters by its name', async () => {
    const script = '<|emotion:pride|>Hallo, ich bin Anna und das ist mein Studio.'
    await expect(speaker.inspect(script, 'default')).rejects.toMatchObject({
      type: 'invalid_request',
      code: 'language_not_supported',
      param: 'input_tts',
      message: expect.stringContaining('German'),
    })
  })

  it('takes a foreign name or sign in an English script', async () => {
    await expect(
      speaker.inspect('The letter π and the name Анна appear here.', 'default'),
    ).resolves.toBeDefined()
  })

  it('refuses unknown voices by naming the known ones', async () => {
    await expect(speaker.inspect('Hello.', 'zoe')).rejects.toMatchObject({
      type: 'unknown_voice',
      message: expect.stringContaining('chloe'),
    })
  })

  it('refuses more than 5000 characters', async () => {
    await expect(speaker.inspect('a'.repeat(5001), 'default')).rejects.toMatchObject({
      type: 'input_too_long',
    })
  })

  it('refuses what takes longer than a minute, and says how much to cut', async () => {
    const script = 'This sentence is said again and again until a minute has passed. '.repeat(30)
    await expect(speaker.inspect(script, 'default', { maxSeconds: 60 })).rejects.toMatchObject({
      type: 'audio_too_long',
      param: 'input_tts',
      message: expect.stringMatching(/Cut about \d+ words/),
    })
  })
})
