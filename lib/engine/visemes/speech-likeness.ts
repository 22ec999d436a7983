import { MEL_RATE } from './log-mel'
import { type Loudness, ramp } from './loudness'
import { smooth } from './smooth'
import { VISEMES } from './viseme-network'

/** Dynamism compares frames this far apart. */
const STEP = 5
/** Standard deviation of the window in which evidence is gathered. */
const WINDOW_SECONDS = 1
/** What is taken for granted before there is evidence, and how many seconds of evidence outweigh it. */
const PRIOR = { score: 0.25, seconds: 0.25 }
/** Dynamism minus this much of the entropy parts speech from the rest. */
const ENTROPY_WEIGHT = 0.2
/**
 * Scores of which the lower means "not speech" and the higher "speech". Measured, windows of 1.5 s, 10th to 90th
 * percentile: clear speech (three people, two voices) 0.2…0.7, the same 10 dB above pink noise or music 0.1…0.45;
 * waltz, ragtime, strings, celesta, trumpet, drums, rhythmic noise −0.2…0.2.
 */
const NOT_SPEECH = 0.06
const SPEECH = 0.2

/**
 * How much each 10 ms belongs to speech, 0…1, told from how the network behaves (Williams & Ellis 1999,
 * "Speech/music discrimination based on posterior probability features"): over speech it is sure of itself (low
 * entropy) and changes its mind often (high dynamism); over music and noise it dithers or sticks.
 * @param posteriors of `visemePosteriors`, `[t · 14 + class]`.
 */
export function speechLikeness(posteriors: Float32Array, { loud }: Loudness): Float32Array {
  const classes = VISEMES.length
  const count = posteriors.length / classes
  const evidence = new Float32Array(loud.length)
  const weights = new Float32Array(loud.length)
  for (let t = STEP; t < Math.min(count, loud.length); t++) {
    let entropy = 0
    let dynamism = 0
    for (let c = 0; c < classes; c++) {
      const now = posteriors[t * classes + c]
      entropy -= now * Math.log(now + 1e-9)
      dynamism += (now - posteriors[(t - STEP) * classes + c]) ** 2
    }
    weights[t] = ramp(loud[t], 0.1, 0.2)
    evidence[t] = weights[t] * (dynamism - ENTROPY_WEIGHT * entropy)
  }
  const sigma = WINDOW_SECONDS * MEL_RATE
  const scores = smooth(evidence, sigma)
  const amounts = smooth(weights, sigma)
  // `smooth` averages; a prior of some seconds is this share of the window's effective width √(2π)·σ.
  const prior = PRIOR.seconds / (Math.sqrt(2 * Math.PI) * WINDOW_SECONDS)
  return scores.map((sum, t) => ramp((sum + prior * PRIOR.score) / (amounts[t] + prior), NOT_SPEECH, SPEECH))
}
