import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { TRAINED_VOICES } from '../presets'
import { AcousticModel, loadVocabulary } from './acoustic-model'

const VOICES = fileURLToPath(new URL('../../../../assets/voices', import.meta.url))
/** "The next train leaves at seven." */
const SYMBOLS = [...'ðə nˈɛkst tɹˈAn lˈivz æt sˈɛvən.']

describe.each(TRAINED_VOICES)('%s', (name) => {
  let model: AcousticModel
  beforeAll(async () => {
    model = await AcousticModel.open(VOICES, name, await loadVocabulary(VOICES))
  })
  const secondsAt = async (rate: number) =>
    (await model.predict(SYMBOLS, rate)).seconds.reduce((sum, seconds) => sum + seconds, 0)

  it('keeps to any pace asked for, evenly', async () => {
    const plain = await secondsAt(1)
    for (const rate of [0.65, 0.85, 1.1, 1.2, 1.3, 1.4, 1.6]) {
      expect((await secondsAt(rate)) * rate).toBeGreaterThan(0.94 * plain)
      expect((await secondsAt(rate)) * rate).toBeLessThan(1.06 * plain)
    }
  })

  it('says as many frames as its symbols and pads take', async () => {
    const { seconds, lead, tail, spectra } = await model.predict(SYMBOLS, 1.4)
    const all = seconds.reduce((sum, one) => sum + one, lead + tail)
    expect(spectra.frames * 0.0125).toBeCloseTo(all, 6)
    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(0.025 - 1e-6)
  })
})
