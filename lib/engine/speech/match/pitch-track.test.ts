import { describe, expect, it } from 'vitest'
import type { Sound } from '@/lib/engine/types'
import { seededRandom } from '../../motion/random'
import { pulseTrain } from '../voice/pitch'
import { HOP, VOICE_RATE } from '../voice/vocoder'
import { pitchTrack, quantile } from './pitch-track'

/** A buzz of all harmonics, 12 dB an octave darker than pulses, at a pitch given for each 12.5 ms; 0 is silence. */
function buzz(pitch: number[]): Sound {
  const samples = pulseTrain(Float32Array.from(pitch), HOP, VOICE_RATE)
  for (let pass = 0; pass < 2; pass++) {
    let last = 0
    for (let i = 0; i < samples.length; i++) {
      last += 0.15 * (samples[i] - last)
      samples[i] = last
    }
  }
  return { samples, sampleRate: VOICE_RATE }
}

function withNoise({ samples, sampleRate }: Sound, level: number): Sound {
  const random = seededRandom(1)
  return { samples: samples.map((sample) => sample + level * (2 * random() - 1)), sampleRate }
}

const rms = ({ samples }: Sound) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)

describe('pitchTrack', () => {
  it.each([75, 110, 180, 260, 380])('tells %i Hz to within a percent, also under noise', (hertz) => {
    const sound = buzz(Array(160).fill(hertz))
    for (const heard of [sound, withNoise(sound, 0.3 * rms(sound))]) {
      expect(quantile(pitchTrack(heard), 0.5) / hertz).toBeCloseTo(1, 2)
    }
  })

  it('follows a glide over more than an octave without a leap', () => {
    const track = pitchTrack(buzz(Array.from({ length: 240 }, (_, i) => 110 * 2 ** (i / 200)))).filter(
      (hertz) => hertz > 0,
    )
    expect(track.length).toBeGreaterThan(250)
    for (let k = 1; k < track.length; k++)
      expect(Math.abs(Math.log2(track[k] / track[k - 1]))).toBeLessThan(0.1)
  })

  it('finds no voice in noise, in silence and in next to nothing', () => {
    const silence: Sound = { samples: new Float32Array(2 * VOICE_RATE), sampleRate: VOICE_RATE }
    for (const sound of [silence, withNoise(silence, 0.3), { ...silence, samples: new Float32Array(100) }]) {
      expect(pitchTrack(sound).filter((hertz) => hertz > 0).length).toBeLessThan(0.05 * 200)
    }
  })
})
