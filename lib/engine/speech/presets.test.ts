import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { profileOf } from './match/voice-profile'
import { PRESETS } from './presets'
import { createSpeaker } from './speak'
import { colourDistance } from './speech-measures'

const speaker = createSpeaker({
  voicesDir: fileURLToPath(new URL('../../../assets/voices', import.meta.url)),
})
const TEXT =
  'The early bird catches the worm. It was made on March 5, and nobody knows why. ' +
  'Welcome to our studio, where a single photograph becomes a speaking portrait.'

describe('presets', () => {
  it('are told apart by pitch and colour, each from every other', async () => {
    const voices = []
    for (const { id } of PRESETS) {
      const sound = await speaker.speak(TEXT, { voice: id, seed: 1 })
      voices.push({ id, sound, hertz: profileOf(sound).pitch })
    }
    for (const [i, a] of voices.entries()) {
      for (const b of voices.slice(i + 1)) {
        const semitones = Math.abs(12 * Math.log2(a.hertz / b.hertz))
        expect(semitones, `${a.id} and ${b.id}`).toBeGreaterThan(1)
        expect(colourDistance(a.sound, b.sound), `${a.id} and ${b.id}`).toBeGreaterThan(0.85)
      }
    }
  })
})
