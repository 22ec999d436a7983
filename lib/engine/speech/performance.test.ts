import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EMOTIONS, STYLES } from '@/lib/boson/tags'
import type { Sound, Utterance } from '@/lib/engine/types'
import { isPause } from './phone-times'
import { createSpeaker } from './speak'
import { brightness, medianPitch } from './speech-measures'
import { integratedLoudness } from './voice/loudness'

const speaker = createSpeaker({
  voicesDir: fileURLToPath(new URL('../../../assets/voices', import.meta.url)),
})
const SENTENCE = 'Nobody knows where the early bird is going.'

const said = new Map<string, Promise<Utterance>>()
function say(script: string, voice = 'default'): Promise<Utterance> {
  const key = `${voice} ${script}`
  const utterance = said.get(key) ?? speaker.speak(script, { voice, seed: 1 })
  said.set(key, utterance)
  return utterance
}

const seconds = ({ samples, sampleRate }: Sound) => samples.length / sampleRate
const loudness = ({ samples, sampleRate }: Sound) => integratedLoudness(samples, sampleRate)

/** What is heard between two times. */
function between({ samples, sampleRate }: Sound, start: number, end: number): Sound {
  return { samples: samples.slice(start * sampleRate, end * sampleRate), sampleRate }
}

function sounds({ phones }: Utterance): string {
  return phones
    .filter((phone) => !isPause(phone))
    .map(({ symbol }) => symbol)
    .join('')
}

/** A sentence said plainly and with a tag, in one script and in this order. */
async function inOneScript(first: string, second: string, voice: string): Promise<Sound[]> {
  const utterance = await say(`${first}${SENTENCE} ${second}${SENTENCE}`, voice)
  const middle = utterance.words[utterance.words.length / 2].start - 0.1
  return [between(utterance, 0, middle), between(utterance, middle, seconds(utterance))]
}

describe('emotions', () => {
  it.each(['default', 'marcus'])(
    '%s is high, fast and bright in anger, low, slow and dull in sadness',
    async (voice) => {
      const [plain, anger, sadness] = await Promise.all(
        ['', '<|emotion:anger|>', '<|emotion:sadness|>'].map((tag) => say(tag + SENTENCE, voice)),
      )
      expect(medianPitch(anger)).toBeGreaterThan(1.04 * medianPitch(plain))
      expect(medianPitch(sadness)).toBeLessThan(0.96 * medianPitch(plain))
      expect(seconds(anger)).toBeLessThan(seconds(plain))
      expect(seconds(sadness)).toBeGreaterThan(1.05 * seconds(plain))
      expect(brightness(anger)).toBeGreaterThan(brightness(plain) + 1.5)
      expect(brightness(sadness)).toBeLessThan(brightness(plain) - 1.5)
    },
  )

  it('are louder or quieter than what is said plainly beside them', async () => {
    const [plain, anger] = await inOneScript('', '<|emotion:anger|>', 'default')
    expect(loudness(anger) - loudness(plain)).toBeGreaterThan(2)
    const [sadness, fury] = await inOneScript('<|emotion:sadness|>', '<|emotion:anger|>', 'marcus')
    expect(loudness(fury) - loudness(sadness)).toBeGreaterThan(5)
  })

  it('are each said otherwise than plain speech and than any other', async () => {
    const heard = new Set<string>()
    for (const tag of ['', ...EMOTIONS.map((emotion) => `<|emotion:${emotion}|>`)]) {
      const utterance = await say(`${tag}No.`)
      expect(sounds(utterance)).toBe('nO')
      heard.add(Buffer.from(utterance.samples.buffer).toString('base64'))
    }
    expect(heard.size).toBe(1 + EMOTIONS.length)
  })
})

describe('styles', () => {
  it.each(['default', 'marcus'])(
    '%s whispers below and shouts above plain speech, whatever comes first',
    async (voice) => {
      const [plain, whisper] = await inOneScript('', '<|style:whispering|>', voice)
      expect(loudness(plain) - loudness(whisper)).toBeGreaterThan(5)
      const [hushed, shout] = await inOneScript('<|style:whispering|>', '<|style:shouting|>', voice)
      expect(loudness(shout) - loudness(hushed)).toBeGreaterThan(9)
      expect(medianPitch(hushed)).toBeUndefined()
      expect(medianPitch(shout)).toBeGreaterThan(1.1 * medianPitch(plain))
      expect(brightness(shout)).toBeGreaterThan(brightness(plain) + 1)
    },
  )

  it.each(STYLES)('a script that is all %s is as loud as any', async (style) => {
    expect(Math.abs(loudness(await say(`<|style:${style}|>${SENTENCE}`)) + 16)).toBeLessThan(0.5)
  })
})

describe('loudness', () => {
  const HUSHED = '<|style:whispering|>Come closer. Do not tell anyone about this.'
  const SHOUT = '<|style:shouting|>'

  it.each([
    ['a short shout', `${SHOUT}Stop right there!`],
    ['a whisper before a shout', `${HUSHED} ${SHOUT}Because I will be very angry!`],
    ['a whisper after a shout', `${SHOUT}I will be very angry! Stop! Right now! ${HUSHED}`],
    ['a shout after plain speech', `I asked you nicely to stop it. ${SHOUT}Stop! Right now!`],
  ])('of a whole script with %s is that of any', async (_, script) => {
    for (const voice of ['default', 'marcus']) {
      expect(Math.abs(loudness(await say(script, voice)) + 16)).toBeLessThan(0.5)
    }
  })
})

describe('one shouted word', () => {
  const WHISPER =
    '<|style:whispering|>Come closer. Do not tell anyone about this. I have seen where the old man keeps his letters.'
  const SHOUT = '<|style:shouting|>Stop!'

  it.each([
    ['after', `${WHISPER} ${SHOUT}`],
    ['before', `${SHOUT} ${WHISPER}`],
  ])('%s a long whisper stands out of it, and leaves the whole at −16 LUFS', async (_, script) => {
    const utterance = await say(script)
    const word = utterance.words.find((one) => one.word === 'Stop!')
    const whispered = utterance.words.find((one) => one.word === 'letters.')
    const heard = (one = { start: 0, end: 0 }) => loudness(between(utterance, one.start, one.end))
    expect(heard(word) - heard(whispered)).toBeGreaterThan(3)
    expect(Math.abs(loudness(utterance) + 16)).toBeLessThan(0.4)
  })
})

describe('sounds', () => {
  it.each([
    ['sigh', 'hə'],
    ['sniff', 'm'],
    ['humming', 'm'],
  ])('a %s is heard between the words', async (sound, mouth) => {
    const utterance = await say(`Well. <|sfx:${sound}|> Never mind.`)
    const { phones, words } = utterance
    expect(sounds(utterance)).toBe(`wɛl${mouth}nɛvəɹmInd`)
    expect(words.map(({ word }) => word)).toEqual(['Well.', 'Never', 'mind.'])
    const [before, after] = words
    const made = phones
      .filter(({ start, end }) => start >= before.end && end <= after.start)
      .filter((p) => !isPause(p))
    const heard = between(utterance, made[0].start, made[made.length - 1].end)
    expect(seconds(heard)).toBeGreaterThan(0.4)
    expect(loudness(heard)).toBeGreaterThan(-32)
    expect(loudness(heard)).toBeLessThan(-18)
  })

  it.each([
    ['Hello. <|sfx:laughter|>Haha, never mind.', 'Hello. never mind.'],
    ['<|sfx:cough|>Ahem. Hello.', 'Hello.'],
    ['Hello<|sfx:screaming|> there.', 'Hello there.'],
  ])('%s leaves out what the voice cannot make, tag and written sound', async (script, plain) => {
    expect(sounds(await say(script))).toBe(sounds(await say(plain)))
  })

  it('alone are nothing to say', async () => {
    await expect(speaker.inspect('<|sfx:laughter|>Haha!', 'default')).rejects.toMatchObject({
      code: 'nothing_to_say',
    })
    await expect(speaker.inspect('<|sfx:sigh|>', 'default')).rejects.toMatchObject({ code: 'nothing_to_say' })
  })
})
