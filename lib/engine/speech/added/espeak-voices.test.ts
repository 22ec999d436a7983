import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { TOLD_LANGUAGES } from '../language'
import { createSpeaker } from '../speak'
import { medianPitch } from '../speech-measures'
import { integratedLoudness } from '../voice/loudness'

const speaker = createSpeaker({
  voicesDir: fileURLToPath(new URL('../../../../assets/voices', import.meta.url)),
})
const GERMAN = 'Guten Tag, mein Name ist Ellen. Heute zeige ich Ihnen, was ein Bild kann!'
const installed = (() => {
  try {
    return execFileSync('espeak-ng', ['--version']).length > 0
  } catch {
    return false
  }
})()

describe.skipIf(!installed)('with espeak-ng installed', () => {
  it('there is a robotic voice for each language that scripts are told to be in', async () => {
    const robotic = (await speaker.voices()).filter(({ description }) => description.includes('robotic'))
    expect(new Set(robotic.map(({ name }) => name))).toEqual(TOLD_LANGUAGES)
    expect(robotic.find(({ id }) => id === 'espeak-de')).toMatchObject({ name: 'German', language: 'de' })
  })

  it('German is spoken, at the level of any speech, the same each time, with its words’ times', async () => {
    const said = await speaker.speak(GERMAN, { voice: 'espeak-de', seed: 1 })
    expect(said.samples.length / 24_000).toBeGreaterThan(3)
    expect(Math.abs(integratedLoudness(said.samples, 24_000) + 16)).toBeLessThan(0.5)
    expect(said.words.map(({ word }) => word).join(' ')).toBe(GERMAN)
    expect(await speaker.speak(GERMAN, { voice: 'espeak-de', seed: 7 })).toEqual(said)
  })

  it('tags perform as far as it can: pace, pitch, whisper', async () => {
    const say = (tag: string) => speaker.speak(`${tag}${GERMAN}`, { voice: 'espeak-de', seed: 1 })
    const plain = await say('')
    const quick = await say('<|prosody:speed_fast|>')
    const high = await say('<|prosody:pitch_high|>')
    const whisper = await say('<|style:whispering|>')
    expect(quick.samples.length).toBeLessThan(0.95 * plain.samples.length)
    expect(medianPitch(high)).toBeGreaterThan(1.08 * medianPitch(plain))
    expect(medianPitch(whisper)).toBeUndefined()
    expect(whisper.performance).toMatchObject([{ style: 'whispering' }])
  })

  it('brackets, options and markup in a script are words, never commands', async () => {
    const odd = await speaker.speak('-f /etc/passwd <speak> [[h@l@U]] $(true) Hallo', {
      voice: 'espeak-de',
      seed: 1,
    })
    expect(odd.samples.length / 24_000).toBeGreaterThan(2)
  })

  it('a script in another language than the voice’s is refused, and the way out is named', async () => {
    await expect(speaker.inspect(GERMAN, 'espeak-fr')).rejects.toThrow(
      /in German, .*voice French speaks French/,
    )
    await expect(speaker.inspect(GERMAN, 'default')).rejects.toThrow(
      /in German, .*Choose the voice espeak-de/,
    )
  })

  it('stops when told to', async () => {
    const abort = new AbortController()
    const pieces = speaker.pieces(GERMAN.repeat(20), { voice: 'espeak-de', seed: 1, signal: abort.signal })
    abort.abort()
    await expect(pieces.next()).rejects.toMatchObject({ type: 'cancelled' })
  })
})

describe.skipIf(installed)('without espeak-ng', () => {
  it('German is refused by name, and the way out is named', async () => {
    await expect(speaker.inspect(GERMAN, 'default')).rejects.toMatchObject({
      code: 'language_not_supported',
      message: expect.stringMatching(/in German, .*espeak-ng/),
    })
    expect((await speaker.voices()).map(({ id }) => id)).not.toContain('espeak-de')
  })
})
