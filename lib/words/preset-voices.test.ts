import { expect, test } from 'vitest'
import { PRESETS } from '@/lib/engine/speech/presets'
import { presetVoiceWords, shownPreset } from './preset-voices'

test('in English presets read as the API has them, in German every one is described anew', () => {
  for (const preset of PRESETS) {
    expect(shownPreset(preset, presetVoiceWords.en)).toEqual(preset)
    expect(shownPreset(preset, presetVoiceWords.de).description).toMatch(/^(Frau|Mann), /)
  }
  const added = { id: 'espeak/pl', name: 'Polski', description: 'robotic' }
  expect(shownPreset(added, presetVoiceWords.de)).toEqual(added)
})
