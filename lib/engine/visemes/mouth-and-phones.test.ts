import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { closureHits, correlate, falseClosures, lipClosures, openingTruth } from '@/bench/avatar/phone-truth'
import { readRecording } from '@/bench/avatar/recordings/read-recording'
import { createSpeaker } from '@/lib/engine/speech/speak'
import { FPS, type MouthFrame, type Sound, type Utterance } from '@/lib/engine/types'
import { mouthFromPhones } from './mouth-from-phones'
import { mouthFromRecording } from './mouth-from-recording'

const VOICES_DIR = join(import.meta.dirname, '../../../assets/voices')
/** Voices the viseme network was not trained on. */
const VOICES = ['nora', 'jake']
const TEXT =
  'My mother bought five big blue boxes of paper maps, but Bob moved them from the shop before we met. ' +
  'How long will it take to get there, do you think? I read about it in the newspaper.'

const framesOf = ({ samples, sampleRate }: Sound) => Math.ceil((samples.length * FPS) / sampleRate)

function withHiss({ samples, sampleRate }: Sound, amplitude: number): Sound {
  let state = 1
  return {
    sampleRate,
    samples: samples.map((x) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0
      return x + (amplitude * state) / 2 ** 31
    }),
  }
}

/** How far the mouth of each speech agrees with its phones, whatever drove it. */
function measure(speeches: Utterance[], mouthOf: (speech: Utterance) => MouthFrame[], closedAt: number) {
  const rows = speeches.map((speech) => {
    const mouth = mouthOf(speech)
    const { best, lagSeconds } = correlate(
      openingTruth(speech.phones, mouth.length),
      mouth.map(({ open }) => open),
    )
    const isClosed = mouth.map(({ press }) => press > closedAt)
    return { best, lagSeconds, hits: closureHits(lipClosures(speech.phones), isClosed) }
  })
  return {
    correlation: Math.min(...rows.map(({ best }) => best)),
    lag: Math.max(...rows.map(({ lagSeconds }) => Math.abs(lagSeconds))),
    hits: rows.reduce((sum, { hits }) => sum + hits, 0) / rows.length,
  }
}

describe('the mouth against the phones that are heard', () => {
  let speeches: Utterance[]

  beforeAll(async () => {
    const speaker = createSpeaker({ voicesDir: VOICES_DIR })
    speeches = []
    for (const voice of VOICES) speeches.push(await speaker.speak(TEXT, { voice, seed: 3 }))
  })

  it('follows a script', () => {
    const byScript = measure(
      speeches,
      (speech) => mouthFromPhones(speech.phones, speech, framesOf(speech)),
      0.98,
    )
    expect(byScript.correlation).toBeGreaterThan(0.8)
    expect(byScript.lag).toBeLessThanOrEqual(0.04)
    expect(byScript.hits).toBeGreaterThan(0.95)
  })

  it.each([
    ['a clean', 0, 0.8],
    ['a noisy', 0.01, 0.6],
  ])('follows %s recording of a voice the network does not know', (_, hiss, hits) => {
    const hear = (speech: Utterance) =>
      [...mouthFromRecording(withHiss(speech, hiss), framesOf(speech))].flat()
    const byEar = measure(speeches, hear, 0.6)
    expect(byEar.correlation).toBeGreaterThan(0.72)
    expect(byEar.lag).toBeLessThanOrEqual(0.04)
    expect(byEar.hits).toBeGreaterThan(hits)
  })

  it.each([
    ['allison', 0.75, 0.8],
    ['dashwood', 0.65, 0.85],
  ] as const)('follows the person %s, whose phones it does not know', async (name, correlation, hits) => {
    const { sound, phones } = await readRecording(name)
    const mouth = [...mouthFromRecording(sound, framesOf(sound))].flat()
    const isClosed = mouth.map(({ press }) => press > 0.5)
    const { now, lagSeconds } = correlate(
      openingTruth(phones, mouth.length),
      mouth.map(({ open, tuck }) => open - 0.25 * tuck),
    )
    expect(now).toBeGreaterThan(correlation)
    expect(Math.abs(lagSeconds)).toBeLessThanOrEqual(0.04)
    expect(closureHits(lipClosures(phones), isClosed)).toBeGreaterThan(hits)
    expect(falseClosures(phones, isClosed)).toBeLessThan(1.2)
  })

  it('is not right by chance', () => {
    const { phones, ...sound } = speeches[0]
    const mouth = mouthFromPhones(phones, sound, framesOf(sound)).map(({ open }) => open)
    const half = mouth.length >> 1
    const turned = [...mouth.slice(half), ...mouth.slice(0, half)]
    expect(correlate(openingTruth(phones, mouth.length), turned).now).toBeLessThan(0.3)
  })
})
