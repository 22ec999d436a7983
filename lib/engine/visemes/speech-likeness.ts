import { MEL_RATE } from './log-mel'
import { type Loudness, ramp } from './loudness'
import { VISEMES } from './viseme-network'

/** Dynamism compares frames this far apart. */
const STEP = 5
/** Time in which evidence fades to 1/e, before and after: it is gathered over about two seconds. */
const MEMORY_SECONDS = 1
/** How many seconds of evidence outweigh what is taken for granted: that a sound is speech. */
const PRIOR_SECONDS = 0.4
const PRIOR_SCORE = 0.1
/** What parts speech from the rest best: dynamism, less so much of the entropy and of what is loud and heard as silence. */
const ENTROPY_WEIGHT = 0.2
const SILENCE_WEIGHT = 2
/**
 * Below the first not speech, above the second speech. Measured over 2 s, 2nd to 98th percentile: a preset and two
 * people, clean, in a room and 10 dB above pink noise −0.08…0.40; five pieces of recorded music −1.6…−0.25; notes,
 * hum, gusts and knocks as the network was trained with −1.8…−0.9.
 */
const SCORE = [-0.24, -0.12] as const

const SILENCE = VISEMES.indexOf('sil')

/**
 * How much each 10 ms belongs to speech, 0…1, told from how the network behaves (Williams & Ellis 1999,
 * "Speech/music discrimination based on posterior probability features"): over speech it is sure of itself (low
 * entropy) and changes its mind often (high dynamism); over music and noise it dithers or sticks. Besides, it was taught
 * to hear them as silence: what is loud and yet taken for silence is no speech.
 * @param posteriors of `visemePosteriors`, `[t · 14 + class]`.
 */
export function speechLikeness(posteriors: Float32Array, { loud }: Loudness): Float32Array {
  const weights = loud.map((level) => ramp(level, 0.1, 0.2))
  const seconds = gather(weights)
  const scores = gather(scoreTrack(posteriors, weights))
  return scores.map((sum, t) =>
    ramp((sum + PRIOR_SECONDS * PRIOR_SCORE) / (seconds[t] + PRIOR_SECONDS), ...SCORE),
  )
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

/** What speaks for speech in each 10 ms, times its weight. */
function scoreTrack(posteriors: Float32Array, weights: Float32Array): Float32Array {
  return weights.map((weight, t) => {
    const now = frameOf(posteriors, t)
    const then = frameOf(posteriors, t - STEP)
    if (weight === 0 || now.length === 0 || then.length === 0) return 0
    const dynamism = now.reduce((sum, p, c) => sum + (p - then[c]) ** 2, 0)
    return weight * (dynamism - ENTROPY_WEIGHT * entropy(now) - SILENCE_WEIGHT * now[SILENCE])
  })
}

/** Posteriors of one frame; none before the first and behind the last. */
function frameOf(posteriors: Float32Array, t: number): Float32Array {
  return t < 0 ? posteriors.subarray(0, 0) : posteriors.subarray(t * VISEMES.length, (t + 1) * VISEMES.length)
}

function entropy(distribution: Float32Array): number {
  return -distribution.reduce((sum, p) => sum + p * Math.log(p + 1e-9), 0)
}
