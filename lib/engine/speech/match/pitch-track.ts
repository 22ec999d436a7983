import type { Sound } from '@/lib/engine/types'
import { resample } from '../../audio/resample'

/** Frames a second of a pitch track. */
export const TRACK_RATE = 100

/** Pitch is looked for at this rate: harmonics up to 4 kHz tell it, and what is above only costs time. */
const RATE = 8000
const WINDOW = Math.round(0.04 * RATE)
/** What is lower is rumble or an offset, which repeats itself at every lag. */
const RUMBLE_HZ = 50
/** Lags in samples: voices from 65 to 420 Hz. */
const SHORTEST = Math.floor(RATE / 420)
const LONGEST = Math.ceil(RATE / 65)
/** A frame repeats itself this well where there is a voice. */
const VOICED = 0.6
/** Weaker repetitions than this share of a frame's best are no candidates for its period. */
const CANDIDATE = 0.75
/** What a lag of the longest period costs beside the shortest: multiples of a period repeat as well as it does. */
const LAG_COST = 0.1
/** What a leap of an octave costs from one frame to the next; over a gap it costs less. */
const LEAP_COST = 0.4
/** Frames this far below the loudest (−30 dB) are left out, be they voiced or not. */
const QUIET = 10 ** (-30 / 10)
/** Further than this factor from the median, a pitch is an octave error or another voice. */
const MOST_APART = 1.7

/** A period a frame may have, and what choosing it costs. */
type Candidate = { hertz: number; cost: number }

/**
 * Fundamental frequency in Hz every 10 ms, 0 where there is no voice. Candidates are the lags of great normalised
 * cross-correlation; the path through them that costs least, leaps included, is the pitch (Talkin 1995, "A Robust
 * Algorithm for Pitch Tracking").
 */
export function pitchTrack(sound: Sound): Float32Array {
  const samples = withoutRumble(resample(sound, RATE).samples)
  const frames = Math.max(0, Math.floor((samples.length - WINDOW - LONGEST) / (RATE / TRACK_RATE)))
  const starts = Array.from({ length: frames }, (_, k) => Math.round((k * RATE) / TRACK_RATE))
  const energies = starts.map((start) => energy(samples, start))
  const quiet = QUIET * energies.reduce((most, value) => Math.max(most, value), 0)
  const candidates = starts.map((start, k) =>
    energies[k] > quiet ? candidatesAt(samples, start, energies[k]) : [],
  )
  const track = cheapestPath(candidates)
  const median = quantile(track, 0.5)
  return track.map((hertz) => (hertz > median * MOST_APART || hertz * MOST_APART < median ? 0 : hertz))
}

/** A quantile (0…1) of the voiced frames of a track; 0 where none is voiced. */
export function quantile(track: Float32Array, share: number): number {
  const voiced = track.filter((hertz) => hertz > 0).sort()
  return voiced.length === 0 ? 0 : voiced[Math.round(share * (voiced.length - 1))]
}

function candidatesAt(samples: Float32Array, start: number, own: number): Candidate[] {
  const likeness = new Float64Array(LONGEST + 2)
  let shifted = energy(samples, start + SHORTEST - 1)
  let best = VOICED
  for (let lag = SHORTEST - 1; lag <= LONGEST + 1; lag++) {
    let dot = 0
    for (let i = start; i < start + WINDOW; i++) dot += samples[i] * samples[i + lag]
    likeness[lag] = dot / Math.sqrt(own * shifted + 1e-12)
    shifted += samples[start + lag + WINDOW] ** 2 - samples[start + lag] ** 2
    if (lag >= SHORTEST && lag <= LONGEST) best = Math.max(best, likeness[lag])
  }
  const candidates: Candidate[] = []
  for (let lag = SHORTEST; lag <= LONGEST; lag++) {
    const [before, here, after] = [likeness[lag - 1], likeness[lag], likeness[lag + 1]]
    if (here < Math.max(VOICED, best * CANDIDATE) || here < before || here < after) continue
    // The peak lies between two lags: the top of the parabola through three.
    const bend = Math.min(before - 2 * here + after, -1e-9)
    const aside = (before - after) / (2 * bend)
    const top = here - (bend * aside * aside) / 2
    candidates.push({ hertz: RATE / (lag + aside), cost: 1 - top + (LAG_COST * lag) / LONGEST })
  }
  return candidates
}

/** One candidate of each frame that has any, chosen so that costs and leaps together are least (Viterbi). */
function cheapestPath(frames: readonly (readonly Candidate[])[]): Float32Array {
  const track = new Float32Array(frames.length)
  const voiced = frames.flatMap((candidates, frame) => (candidates.length > 0 ? [{ frame, candidates }] : []))
  const from: number[][] = []
  let costs: number[] = []
  for (const [k, { frame, candidates }] of voiced.entries()) {
    const before = voiced[k - 1]
    const leap = before ? LEAP_COST / (frame - before.frame) : 0
    const ways = candidates.map(({ hertz }) =>
      cheapest(
        (before?.candidates ?? []).map((c, j) => costs[j] + leap * Math.abs(Math.log2(hertz / c.hertz))),
      ),
    )
    from.push(ways.map(({ index }) => index))
    costs = candidates.map(({ cost }, i) => cost + ways[i].cost)
  }
  for (let k = voiced.length - 1, chosen = cheapest(costs).index; k >= 0; k--) {
    track[voiced[k].frame] = voiced[k].candidates[chosen].hertz
    chosen = from[k][chosen]
  }
  return track
}

function cheapest(costs: readonly number[]): { index: number; cost: number } {
  let index = 0
  for (const [i, cost] of costs.entries()) if (cost < costs[index]) index = i
  return { index, cost: costs[index] ?? 0 }
}

/** High pass of one pole. */
function withoutRumble(samples: Float32Array): Float32Array {
  const share = 1 - Math.exp((-2 * Math.PI * RUMBLE_HZ) / RATE)
  let low = samples[0] ?? 0
  return samples.map((sample) => {
    low += share * (sample - low)
    return sample - low
  })
}

function energy(samples: Float32Array, start: number): number {
  let sum = 0
  for (let i = start; i < start + WINDOW; i++) sum += samples[i] * samples[i]
  return sum
}
