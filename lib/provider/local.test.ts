import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { engine } from './engine'
import { createLocalProvider } from './local'
import type { SpeechRequest } from './provider'

const provider = createLocalProvider()
afterAll(() => engine().stop())

const STREAMED: SpeechRequest = {
  text: 'A short speech, handed out as it is spoken.',
  voice: 'nora',
  reference: null,
  pronunciations: [],
  format: 'pcm',
  stream: true,
  timestamps: false,
}
const { signal } = new AbortController()

describe('speech as a stream', () => {
  it('is samples of 16 bits at 24 kHz', async () => {
    const { audio } = await provider.speak(STREAMED, signal)
    const { length } = await buffer(audio)
    expect(length % 2).toBe(0)
    expect(length / 48_000).toBeGreaterThan(1.5)
    expect(length / 48_000).toBeLessThan(6)
  })

  it('is refused before it begins, with the field at fault', async () => {
    await expect(provider.speak({ ...STREAMED, voice: 'zoe' }, signal)).rejects.toMatchObject({
      type: 'unknown_voice',
      param: 'voice',
    })
    await expect(provider.speak({ ...STREAMED, text: 'Привет, как дела?' }, signal)).rejects.toMatchObject({
      code: 'language_not_supported',
      param: 'input',
    })
  })

  it('ends when nobody listens any more', async () => {
    const { audio } = await provider.speak({ ...STREAMED, text: STREAMED.text.repeat(40) }, signal)
    const closed = new Promise((resolve) => audio.once('close', resolve))
    audio.destroy()
    await closed
    // The engine is free for the next one.
    const { audio: next } = await provider.speak(STREAMED, signal)
    expect((await buffer(next)).length).toBeGreaterThan(0)
  })
})

describe('the words of a dictionary', () => {
  const speak = async (text: string, pronunciations: SpeechRequest['pronunciations'] = []) => {
    const asked = { ...STREAMED, text, pronunciations, stream: false, timestamps: true }
    const { audio, words } = await provider.speak(asked, signal)
    return { sound: await buffer(audio), words }
  }

  it('are said as it says and timed as they are written', async () => {
    const pronunciations = [{ word: 'Nguyen', saidAs: 'win' }]
    const { sound, words } = await speak('Please ask Nguyen about it.', pronunciations)
    expect(sound.equals((await speak('Please ask win about it.')).sound)).toBe(true)
    expect(words?.map(({ word }) => word)).toEqual(['Please', 'ask', 'Nguyen', 'about', 'it.'])
  })

  it('count for how long a script takes', async () => {
    const script = { text: 'Nguyen.', voice: 'nora', hasReference: false, pronunciations: [] }
    const long = [{ word: 'Nguyen', saidAs: 'a rather long and winding way of saying it' }]
    const { seconds } = await provider.checkScript({ ...script, pronunciations: long })
    expect(seconds).toBeGreaterThan(2 * (await provider.checkScript(script)).seconds)
  })
})
