import { MEL_RATE } from './log-mel'
import { type Loudness, ramp } from './loudness'
import { VISEMES } from './viseme-network'

/** Dynamism compares frames this far apart. */
const STEP = 5
/** Time in which evidence fades to 1/e, before and after: it is gathered over about two seconds. */
const MEMORY_SECONDS = 1
/** How many seconds of evidence outweigh what is taken for granted: that a sound is speech. */
const PRIOR_SECONDS = 0.4
const PRIOR_SCORE = 0.25
/** Dynamism minus this much of the entropy parts speech from the rest. */
const ENTROPY_WEIGHT = 0.2
/**
 * Below the first not speech, above the second speech. Measured over 2 s, 10th to 90th percentile: clear speech (three
 * people, two voices) 0.22…0.69, the same 10 dB above pink noise or music 0.10…0.50; waltz, ragtime, strings, celesta,
 * trumpet, drums and whales −0.21…0.17 (the waltz at times 0.47).
 */
const SCORE = [0.06, 0.2] as const
/**
 * The same for the variety of mouth shapes heard: entropy (nats) of their distribution over the window, prior
 * included. Without it speech has 2.09…2.44 in all conditions, plucked chords 1.7, barking 1.1…1.6, the waltz 1.5…2.2;
 * the prior adds about 0.15.
 */
const VARIETY = [1.95, 2.2] as const

/**
 * How much each 10 ms belongs to speech, 0…1, told from how the network behaves (Williams & Ellis 1999,
 * "Speech/music discrimination based on posterior probability features"): over speech it is sure of itself (low
 * entropy), changes its mind often (high dynamism) and uses all its classes; over music and noise it dithers, sticks
 * or goes back and forth between a few.
 * @param posteriors of `visemePosteriors`, `[t · 14 + class]`.
 */
export function speechLikeness(posteriors: Float32Array, { loud }: Loudness): Float32Array {
  const weights = loud.map((level) => ramp(level, 0.1, 0.2))
  const seconds = gather(weights)
  const scores = gather(scoreTrack(posteriors, weights))
  const varieties = varietyTrack(posteriors, weights, seconds)
  return scores.map((sum, t) => {
    const score = (sum + PRIOR_SECONDS * PRIOR_SCORE) / (seconds[t] + PRIOR_SECONDS)
    return ramp(score, ...SCORE) * ramp(varieties[t], ...VARIETY)
  })
}

/** Integral over time under a window that falls exponentially to both sides; nothing beyond the ends. */
function gather(track: Float32Array): Float32Array {
  const keep = Math.exp(-1 / (MEMORY_SECONDS * MEL_RATE))
  const sums = new Float32Array(track.length)
  for (let t = 0, past = 0; t < track.length; t++) {
    past = past * keep + track[t]
    sums[t] = past
  }
  for (let t = track.length - 1, future = 0; t >= 0; t--) {
    sums[t] = (sums[t] + future) / MEL_RATE
    future = (future + track[t]) * keep
  }
  return sums
}

/** Dynamism less entropy of each 10 ms, times its weight. */
function scoreTrack(posteriors: Float32Array, weights: Float32Array): Float32Array {
  return weights.map((weight, t) => {
    const now = frameOf(posteriors, t)
    const then = frameOf(posteriors, t - STEP)
    if (weight === 0 || now.length === 0 || then.length === 0) return 0
    const dynamism = now.reduce((sum, p, c) => sum + (p - then[c]) ** 2, 0)
    return weight * (dynamism - ENTROPY_WEIGHT * entropy(now))
  })
}

/** Entropy of the average posterior around each 10 ms, the prior being that all classes are heard alike. */
function varietyTrack(posteriors: Float32Array, weights: Float32Array, seconds: Float32Array): Float32Array {
  const heard = VISEMES.map((_, c) =>
    gather(weights.map((weight, t) => weight * (posteriors[t * VISEMES.length + c] ?? 0))),
  )
  const prior = PRIOR_SECONDS / VISEMES.length
  return seconds.map((total, t) =>
    entropy(Float32Array.from(heard, (track) => (track[t] + prior) / (total + PRIOR_SECONDS))),
  )
}

/** Posteriors of one frame; none before the first and behind the last. */
function frameOf(posteriors: Float32Array, t: number): Float32Array {
  return t < 0 ? posteriors.subarray(0, 0) : posteriors.subarray(t * VISEMES.length, (t + 1) * VISEMES.length)
}

function entropy(distribution: Float32Array): number {
  return -distribution.reduce((sum, p) => sum + p * Math.log(p + 1e-9), 0)
}
