/** How far the jaw drops, in face heights, for an opening of the mouth, 0…1.1: no further than for 1. */
export type JawPath = (open: number) => number

/** Drop for a fully open vowel where a picture needs as much to be read: 15 mm. */
const MOST_TRAVEL = 0.09
/** Travels that are tried, the smallest first: a face is the more like its photo the less it opens. */
const TRAVELS = [0.052, 0.06, 0.068, 0.083, MOST_TRAVEL]
/** Drops at which a portrait is looked at, rising, to find its path. */
export const LOOKED_AT = [0, 0.014, 0.028, 0.044, 0.066, MOST_TRAVEL]

/** Openings of running speech, each as frequent as any other: the middles of sixteenths, all voices saying the bench's text. */
const SPEECH = [0, 0, 0, 0, 0.02, 0.1, 0.18, 0.24, 0.28, 0.32, 0.33, 0.39, 0.51, 0.67, 0.86, 1.07]
/** Correlation of what is seen with what is spoken from which on a travel is enough. */
const FOLLOWS = 0.992

/**
 * Share by which a picture's own response is made up for. Not the whole: where small openings begin to be seen moves
 * with the head, and a jaw that leapt there would chatter.
 */
const STRAIGHTENED = 0.65
/** From closed up to this opening the jaw comes to the path, so that nothing leaps as lips part. */
const FOOT = 0.1

/** The path of a jaw about which nothing is known. */
export const plainJawPath: JawPath = (open) => MOST_TRAVEL * Math.min(1, open)

/** What is seen of a portrait's mouth while its jaw drops; any unit. */
export type SeenOpenings = {
  /** Between the lips, at each of {@link LOOKED_AT}. */
  gaps: readonly number[]
  /** Standard deviation of the gap that is seen between closed lips while the head moves. */
  unrest: number
}

/**
 * The smallest movement of a portrait's jaw that can be read. On a sharp photo a slit is seen; of a soft painting lips
 * seem shut until they are 5 mm apart, and those of a drawing, which are lines, seem to part when the head turns, so that
 * these need larger steps to say the same.
 */
export function jawPathBySight({ gaps, unrest }: SeenOpenings): JawPath {
  const paths = TRAVELS.map((travel) => straightened(gaps, travel))
  const seen = (path: JawPath) => SPEECH.map((open) => interpolate(LOOKED_AT, gaps, path(open)))
  const enough = paths.find((path) => correlation(SPEECH, seen(path), unrest) >= FOLLOWS)
  return enough ?? paths[paths.length - 1]
}

/** A path of a travel, bent most of the way to where the gap that is seen would be proportional to the opening. */
function straightened(gaps: readonly number[], travel: number): JawPath {
  const rising = risingFromZero(gaps)
  const widest = interpolate(LOOKED_AT, rising, travel)
  return (open) => {
    if (open >= 1) return travel
    const asSeen = interpolate(rising, LOOKED_AT, open * widest) * Math.min(1, open / FOOT)
    return STRAIGHTENED * asSeen + (1 - STRAIGHTENED) * travel * open
  }
}

/** Share of the mean slope that a gap is taken to rise with at least, so that no jaw leaps where it seems to stand still. */
const LEAST_SLOPE = 0.15

/** Gaps over that of closed lips, at each of {@link LOOKED_AT}, from which noise is taken that makes them fall. */
function risingFromZero(gaps: readonly number[]): number[] {
  const slope = Math.max(1e-3, Math.max(...gaps) - gaps[0]) / MOST_TRAVEL
  let most = 0
  return gaps.map((gap, i) => {
    const least = i === 0 ? 0 : most + LEAST_SLOPE * slope * (LOOKED_AT[i] - LOOKED_AT[i - 1])
    most = Math.max(least, gap - gaps[0])
    return most
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

/** Pearson's, of something seen with noise of a standard deviation; 0 of something that never changes. */
function correlation(a: readonly number[], seen: readonly number[], noise: number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanSeen] = [mean(a), mean(seen)]
  const covariance = mean(a.map((value, i) => (value - meanA) * (seen[i] - meanSeen)))
  const variance = mean(a.map((value) => (value - meanA) ** 2))
  const seenVariance = mean(seen.map((value) => (value - meanSeen) ** 2))
  return seenVariance === 0 ? 0 : covariance / Math.sqrt(variance * (seenVariance + noise ** 2))
}
