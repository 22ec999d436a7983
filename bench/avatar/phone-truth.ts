import { FPS, type Phone } from '@/lib/engine/types'

/**
 * How far each sound parts the lips, 0…1: the phonetician's order (open vowels, mid, close, consonants, closures) in
 * even steps. Coarse on purpose, and no table of the engine, so that the engine is not measured against itself.
 */
const OPENINGS: [symbols: string, opening: number][] = [
  ['ɑaæIW', 1],
  ['ɔɒʌɐɛeYAO', 0.7],
  ['əᵊɜɚoQ', 0.5],
  ['iɪᵻʊuɹrwjhkɡŋθð', 0.3],
  ['tdnlTɾszʃʒʧʤ', 0.2],
  ['fv', 0.1],
]
const OPENING_OF = new Map(OPENINGS.flatMap(([symbols, opening]) => [...symbols].map((s) => [s, opening])))

/** Steps a second in which the curve is made before it is read off at frames. */
const RATE = 200
/** Standard deviation of the smoothing: lips take some 80 ms from one target to the next. */
const SMOOTHING_SECONDS = 0.035

/**
 * Opening of the mouth that phones alone let expect: a step per phone, smoothed. It knows neither loudness nor
 * coarticulation, so that a correlation of 1 is neither to be had nor to be wished for.
 * @param frames video frames; the answer has one value each, 0…1, of the middle of the frame.
 */
export function openingTruth(phones: readonly Phone[], frames: number): number[] {
  const steps = new Float64Array(Math.ceil((frames * RATE) / FPS))
  let stressStart: number | undefined
  for (const { symbol, start, end } of phones) {
    // The time of a stress mark belongs to the vowel behind it.
    if ('ˈˌ'.includes(symbol)) {
      stressStart ??= start
      continue
    }
    steps.fill(OPENING_OF.get(symbol) ?? 0, Math.round((stressStart ?? start) * RATE), Math.round(end * RATE))
    stressStart = undefined
  }
  return Array.from({ length: frames }, (_, frame) => gaussianAt(steps, ((frame + 0.5) * RATE) / FPS))
}

function gaussianAt(steps: Float64Array, centre: number): number {
  const sigma = SMOOTHING_SECONDS * RATE
  let sum = 0
  let total = 0
  for (let k = Math.floor(centre - 3 * sigma); k <= centre + 3 * sigma; k++) {
    const weight = Math.exp(-(((k - centre) / sigma) ** 2) / 2)
    sum += weight * (steps[k] ?? 0)
    total += weight
  }
  return sum / total
}

/** The sounds made with closed lips. Their times include the silence before a plosive's burst. */
export function lipClosures(phones: readonly Phone[]): Phone[] {
  return phones.filter(({ symbol }) => 'pbm'.includes(symbol))
}

/** How long before a closure is heard the lips may meet and part again, and still be seen to close for it. */
const SEEN_EARLY_SECONDS = 0.02

/**
 * Share of closures in which the lips are seen closed, in a frame whose middle lies in the phone or just before it.
 * @param isClosed frame by frame.
 */
export function closureHits(closures: readonly Phone[], isClosed: readonly boolean[]): number {
  const hits = closures.filter(({ start, end }) => {
    const first = Math.max(0, Math.ceil((start - SEEN_EARLY_SECONDS) * FPS - 0.5))
    return isClosed.slice(first, Math.floor(end * FPS - 0.5) + 1).some(Boolean)
  })
  return hits.length / closures.length
}

/** Share of open and mid vowels in whose middle the lips are seen closed: what a mouth that is always shut would gain. */
export function shutVowels(phones: readonly Phone[], isClosed: readonly boolean[]): number {
  const vowels = phones.filter(({ symbol }) => (OPENING_OF.get(symbol) ?? 0) >= 0.5)
  const shut = vowels.filter(({ start, end }) => isClosed[Math.floor(((start + end) / 2) * FPS)])
  return shut.length / vowels.length
}

/** Correlation of a curve with the truth, `lag` frames later; and the lag of at most 8 frames at which it is highest. */
export function correlate(truth: readonly number[], curve: readonly number[]) {
  const at = (lag: number) => {
    const first = Math.max(0, -lag)
    const count = truth.length - Math.abs(lag)
    return pearson(truth.slice(first, first + count), curve.slice(first + lag, first + lag + count))
  }
  const lags = Array.from({ length: 17 }, (_, i) => i - 8)
  const best = lags.reduce((a, b) => (at(b) > at(a) ? b : a))
  return { now: at(0), best: at(best), lagSeconds: best / FPS }
}

function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] - meanA) * (b[i] - meanB)
    aa += (a[i] - meanA) ** 2
    bb += (b[i] - meanB) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}

/** How far from a closure the lips may still be closed for it. */
const NEAR_SECONDS = 0.08

/** How many times a second of speech the lips are closed, in one or more frames, where no closure is near. */
export function falseClosures(phones: readonly Phone[], isClosed: readonly boolean[]): number {
  const closures = lipClosures(phones)
  const isNear = (t: number) =>
    closures.some(({ start, end }) => t > start - NEAR_SECONDS && t < end + NEAR_SECONDS)
  const isSpoken = (t: number) =>
    phones.some(({ symbol, start, end }) => OPENING_OF.has(symbol) && t >= start && t < end)
  const isFalse = isClosed.map((shut, frame) => {
    const t = (frame + 0.5) / FPS
    return shut && isSpoken(t) && !isNear(t)
  })
  const begun = isFalse.filter((wrong, frame) => wrong && !isFalse[frame - 1])
  const seconds = phones.reduce((sum, { start, end }) => sum + end - start, 0)
  return begun.length / seconds
}
