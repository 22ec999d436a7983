import { resample } from '@/lib/engine/audio/resample'
import type { Sound } from '@/lib/engine/types'
import { logMel, MEL_RATE, MEL_SAMPLE_RATE } from '@/lib/engine/visemes/log-mel'
import { smooth } from '@/lib/engine/visemes/smooth'
import { normalise, VISEMES, visemePosteriors } from '@/lib/engine/visemes/viseme-network'

const VOWELS = (['aa', 'E', 'I', 'O', 'U'] as const).map((viseme) => VISEMES.indexOf(viseme))
const SILENCE = VISEMES.indexOf('sil')
/** So much of a clip tells its pace: some sixty syllables. */
const HEARD_SECONDS = 15
/** Standard deviation in steps of 10 ms over which the probability of a vowel is smoothed. */
const SMOOTHING = 2
/** A peak counts from this probability on, and where it falls by so much before the next. */
const LEAST_PEAK = 0.35
const LEAST_DIP = 0.25
/** A silence of more steps of 10 ms is a pause, which is no part of how fast somebody speaks. */
const LONGEST_CLOSURE = 15

/**
 * Syllables a second of speech, pauses left out; about 0 where nobody speaks. Nuclei are peaks of the probability that a vowel
 * is heard, with a dip between two (after Mermelstein 1975 and de Jong and Wempe 2009, who take peaks of loudness; under
 * noise those drown). Against the known phones of fifteen clips of the presets at three paces and two people's recordings
 * it is 8 % low, give or take 7 %; under noise at 15 dB 11 % low, give or take 9 %.
 */
export function syllableRate({ samples, sampleRate }: Sound): number {
  const heard = { samples: samples.subarray(0, HEARD_SECONDS * sampleRate), sampleRate }
  const features = normalise(logMel(resample(heard, MEL_SAMPLE_RATE).samples))
  const posteriors = visemePosteriors(features, 0, features.frames)
  const probability = (step: number, viseme: number) => posteriors[step * VISEMES.length + viseme]
  const vowels = Float32Array.from({ length: features.frames }, (_, step) =>
    VOWELS.reduce((sum, viseme) => sum + probability(step, viseme), 0),
  )
  const silent = Array.from({ length: features.frames }, (_, step) => probability(step, SILENCE) > 0.5)
  const steps = spokenSteps(silent)
  return steps === 0 ? 0 : (peaks(smooth(vowels, SMOOTHING)) * MEL_RATE) / steps
}

/** Peaks of a curve, each between two dips. */
function peaks(curve: Float32Array): number {
  let count = 0
  let top = 0
  let dip = 0
  for (const value of curve) {
    if (value > top && (top > 0 || value - dip >= LEAST_DIP)) top = value
    dip = Math.min(dip, value)
    if (top > 0 && top - value >= LEAST_DIP) {
      if (top >= LEAST_PEAK) count++
      top = 0
      dip = value
    }
  }
  return top >= LEAST_PEAK ? count + 1 : count
}

/** Steps of speech, short silences within it included. */
function spokenSteps(silent: readonly boolean[]): number {
  let spoken = 0
  let pause = 0
  for (const quiet of silent) {
    if (quiet) {
      pause++
      continue
    }
    if (spoken > 0 && pause <= LONGEST_CLOSURE) spoken += pause
    pause = 0
    spoken++
  }
  return spoken
}
