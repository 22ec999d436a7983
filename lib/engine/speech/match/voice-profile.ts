import type { Sound } from '@/lib/engine/types'
import { resample } from '../../audio/resample'
import { VOICE_RATE } from '../voice/vocoder'
import { type Envelope, meanEnvelope } from './envelope'
import { pitchTrack, quantile, TRACK_RATE } from './pitch-track'
import { syllableRate } from './syllable-rate'

/** What tells one voice from another, as far as the vocoder can play it. */
export type VoiceProfile = {
  /** Median fundamental frequency in Hz. */
  pitch: number
  /** From the lower to the upper quartile of the fundamental, in semitones. */
  spread: number
  /** Seconds of voiced speech all this was told from. */
  voicedSeconds: number
  envelope: Envelope
  /** Syllables a second, pauses left out. */
  syllables: number
}

export function profileOf(sound: Sound): VoiceProfile {
  const track = pitchTrack(sound)
  return {
    pitch: quantile(track, 0.5),
    spread: 12 * Math.log2(quantile(track, 0.75) / quantile(track, 0.25)) || 0,
    voicedSeconds: track.filter((hertz) => hertz > 0).length / TRACK_RATE,
    envelope: meanEnvelope(resample(sound, VOICE_RATE), track),
    syllables: syllableRate(sound),
  }
}
