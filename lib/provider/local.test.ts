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
