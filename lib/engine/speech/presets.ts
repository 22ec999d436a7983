/**
 * The voices a person can choose, under the names Boson's speech service uses. Pure data: a browser page
 * may import it. Pitch and formant factors are about those measured as natural in `assets/voices/README.md`;
 * another trained voice is one file there and one line here.
 */

import type { VoiceDescription } from '../types'
import { type Tone, tilted } from './voice/tone'

/** How a trained voice is played. All factors are relative to the voice as trained. */
export type VoiceStyle = {
  /** Factor on the fundamental frequency. */
  pitch: number
  /** Mean fundamental frequency in Hz that sentences are drawn to; each its own where absent. */
  centre?: number
  /** Factor on the frequency axis of the spectra: above 1 a smaller head, below 1 a larger one. */
  formant: number
  /** Factor on the intonation's excursions around its mean, in log frequency. */
  range: number
  /** More (above 0) or less breath, in nepers on the noise. */
  breath: number
  /** Factor on the rate of speech, 0.5…2. */
  speed: number
  /** Gains over frequency; none by default. */
  tone?: Tone
}

/** A trained voice, `<model>.onnx` in the voices folder. */
export type TrainedVoice = 'heart' | 'michael'

export const TRAINED_VOICES: readonly TrainedVoice[] = ['heart', 'michael']

/** A trained voice and how it is played. */
export type PlayedVoice = { model: TrainedVoice; style: VoiceStyle }

/** `description` is "woman, friendly". */
export type PresetVoice = PlayedVoice & VoiceDescription & { gender: 'woman' | 'man' }

export const AS_TRAINED: VoiceStyle = { pitch: 1, formant: 1, range: 1, breath: 0, speed: 1 }

export const PRESETS: readonly PresetVoice[] = [
  preset('default', 'Default', 'woman', 'natural', 'heart', {}),
  preset('chloe', 'Chloe', 'woman', 'friendly', 'heart', {
    pitch: 1.08,
    formant: 1.04,
    range: 1.1,
    speed: 1.05,
    tone: tilted(0.6),
  }),
  preset('eleanor', 'Eleanor', 'woman', 'calm', 'heart', {
    pitch: 0.92,
    formant: 0.97,
    range: 0.9,
    breath: 0.2,
    speed: 0.95,
    tone: tilted(-0.8),
  }),
  preset('nora', 'Nora', 'woman', 'narrator', 'heart', {
    pitch: 0.85,
    formant: 0.94,
    speed: 0.95,
    tone: tilted(-0.4),
  }),
  preset('jake', 'Jake', 'man', 'energetic', 'michael', {
    pitch: 1.08,
    formant: 1.04,
    range: 1.1,
    speed: 1.05,
    tone: tilted(0.5),
  }),
  preset('marcus', 'Marcus', 'man', 'confident', 'michael', {}),
  preset('oliver', 'Oliver', 'man', 'thoughtful', 'michael', {
    pitch: 0.92,
    formant: 0.96,
    range: 0.9,
    speed: 0.95,
    tone: tilted(-0.8),
  }),
]

/** What people choosing see of the presets. */
export const PRESET_DESCRIPTIONS: readonly VoiceDescription[] = PRESETS.map(
  ({ id, name, description, language }) => ({ id, name, description, language }),
)

/** The preset with this id, or undefined. Ids are matched exactly, as the contract's `voice` field is. */
export function findPreset(id: string): PresetVoice | undefined {
  return PRESETS.find((preset) => preset.id === id)
}

function preset(
  id: string,
  name: string,
  gender: PresetVoice['gender'],
  manner: string,
  model: TrainedVoice,
  style: Partial<VoiceStyle>,
): PresetVoice {
  const description = `${gender}, ${manner}`
  return { id, name, gender, description, language: 'en-US', model, style: { ...AS_TRAINED, ...style } }
}
