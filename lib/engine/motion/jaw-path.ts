/** How far the jaw drops, in face heights, for an opening of the mouth, 0…1.1: no further than for 1. */
export type JawPath = (open: number) => number

/** Drop for a fully open vowel where a picture needs as much to be read: 14 mm. */
const MOST_TRAVEL = 0.083
/** Travels that are tried, the smallest first: a face is the more like its photo the less it opens. */
const TRAVELS = [0.052, 0.06, 0.068, 0.076, MOST_TRAVEL]
/** Drops at which a portrait is looked at, rising, to find its path. */
export const LOOKED_AT = [0, 0.012, 0.024, 0.036, 0.048, 0.06, 0.073, MOST_TRAVEL]

/** Openings of running speech, each as frequent as any other: the middles of sixteenths, all voices saying the bench's text. */
const SPEECH = [0, 0, 0, 0, 0.02, 0.1, 0.18, 0.24, 0.28, 0.32, 0.33, 0.39, 0.51, 0.67, 0.86, 1.07]
/** Correlation of what is seen with what is spoken from which on a travel is enough. */
const FOLLOWS = 0.99

/**
 * Share by which a picture's own response is made up for. Not the whole: where small openings begin to be seen moves
 * with the head, and a jaw that leapt there would chatter.
 */
const STRAIGHTENED = 0.5
/** From closed up to this opening the jaw comes to the path, so that nothing leaps as lips part. */
const FOOT = 0.1

/** The path of a jaw about which nothing is known. */
export const plainJawPath: JawPath = (open) => MOST_TRAVEL * Math.min(1, open)

/**
 * The smallest movement of a portrait's jaw that can be read. On a sharp photo a slit is seen; of a soft painting lips
 * seem shut until they are 5 mm apart, so that it needs larger steps to say the same.
 *
 * @param gaps between the lips, as they were seen with the jaw at each of {@link LOOKED_AT}; any unit
 */
export function jawPathBySight(gaps: readonly number[]): JawPath {
  const paths = TRAVELS.map((travel) => straightened(gaps, travel))
  const seen = (path: JawPath) => SPEECH.map((open) => interpolate(LOOKED_AT, gaps, path(open)))
  return paths.find((path) => correlation(SPEECH, seen(path)) >= FOLLOWS) ?? paths[paths.length - 1]
}

/** A path of a travel, bent halfway to where the gap that is seen would be proportional to the opening. */
function straightened(gaps: readonly number[], travel: number): JawPath {
  const rising = risingFromZero(gaps)
  const widest = interpolate(LOOKED_AT, rising, travel)
  return (open) => {
    if (open >= 1) return travel
    const asSeen = interpolate(rising, LOOKED_AT, open * widest) * Math.min(1, open / FOOT)
    return STRAIGHTENED * asSeen + (1 - STRAIGHTENED) * travel * open
  }
}

/** Values from which noise is taken that makes them fall: each is a little more than any before it. */
function risingFromZero(values: readonly number[]): number[] {
  let most = values[0]
  return values.map((value, i) => {
    most = Math.max(most, value)
    return most - values[0] + i * 1e-4
  })
}

/** `y` at `at` by the straight lines between points; the ends' own beyond them. @param x rising */
function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  const next = x.findIndex((value) => value >= at)
  if (next < 0) return y[y.length - 1]
  if (next === 0) return y[0]
  const share = (at - x[next - 1]) / (x[next] - x[next - 1])
  return y[next - 1] + share * (y[next] - y[next - 1])
}

/** Pearson's; 0 of something that never changes. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const product = (c: readonly number[], meanC: number, d: readonly number[], meanD: number) =>
    c.reduce((sum, value, i) => sum + (value - meanC) * (d[i] - meanD), 0)
  const spread = product(a, meanA, a, meanA) * product(b, meanB, b, meanB)
  return spread === 0 ? 0 : product(a, meanA, b, meanB) / Math.sqrt(spread)
}
