import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readRecording } from '@/bench/avatar/recordings/read-recording'
import type { Phone, Sound } from '@/lib/engine/types'
import { seededRandom } from '../../motion/random'
import { VOWELS } from '../alphabet'
import { isPause } from '../phone-times'
import { createSpeaker } from '../speak'
import { syllableRate } from './syllable-rate'

const speaker = createSpeaker({
  voicesDir: fileURLToPath(new URL('../../../../assets/voices', import.meta.url)),
})
const CLIP =
  'Once upon a time, in a small village near the mountains, there lived an old clockmaker. ' +
  'Please hold the line; your call is important to us.'

/** Vowels a second of what is said, pauses left out. */
function trueRate(phones: readonly Phone[]): number {
  const said = phones.filter((phone) => !isPause(phone))
  const seconds = said.reduce((sum, { start, end }) => sum + end - start, 0)
  return said.filter(({ symbol }) => VOWELS.has(symbol)).length / seconds
}

/** White noise 15 dB below the speech. */
function noisy({ samples, sampleRate }: Sound): Sound {
  const random = seededRandom(5)
  const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length
  const level = Math.sqrt(3 * power * 10 ** -1.5)
  return { samples: samples.map((x) => x + level * (2 * random() - 1)), sampleRate }
}

describe('syllableRate', () => {
  const clips = ['chloe', 'nora', 'jake', 'oliver', 'eleanor'].flatMap((voice) =>
    ['speed_very_slow', 'speed_fast'].map((pace) => [voice, pace] as const),
  )
  it.each(clips)('hears how fast %s speaks at %s, under noise too', async (voice, pace) => {
    const clip = await speaker.speak(`<|prosody:${pace}|>${CLIP}`, { voice, seed: 3 })
    const wanted = trueRate(clip.phones)
    expect(Math.abs(syllableRate(clip) / wanted - 0.92)).toBeLessThan(0.2)
    expect(Math.abs(syllableRate(noisy(clip)) / wanted - 0.89)).toBeLessThan(0.2)
  })

  it.each(['allison', 'dashwood'] as const)('hears how fast %s speaks, a real person', async (name) => {
    const { sound, phones } = await readRecording(name)
    expect(Math.abs(syllableRate(sound) / trueRate(phones) - 0.92)).toBeLessThan(0.15)
  })

  it('is not moved by pauses, and about 0 where nobody speaks', async () => {
    const plain = await speaker.speak(CLIP, { voice: 'marcus', seed: 3 })
    const halting = await speaker.speak(CLIP.replaceAll(/[,;] /g, ', <|prosody:pause|> '), {
      voice: 'marcus',
      seed: 3,
    })
    expect(halting.samples.length).toBeGreaterThan(plain.samples.length * 1.05)
    expect(Math.abs(syllableRate(halting) / syllableRate(plain) - 1)).toBeLessThan(0.08)
    expect(syllableRate({ samples: new Float32Array(48_000), sampleRate: 24_000 })).toBeLessThan(1)
  })
})
