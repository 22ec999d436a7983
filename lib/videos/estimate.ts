export type ProviderName = 'local' | 'boson'

/** What an estimate is made from. */
export type Estimable = {
  status: string
  progress: number
  /** Seconds its making was expected to take when it was asked for. */
  expectedWait: number
  startedAt: Date | null
}

/** How long videos take to make: `base` seconds, and `factor` seconds more for each second of speech. */
export type Pace = { base: number; factor: number }

/** Before a studio has made any: the embedded engine on two cores; Boson takes about the audio and nine seconds. */
const FIRST_PACE: Record<ProviderName, Pace> = {
  local: { base: 0.5, factor: 0.2 },
  boson: { base: 9, factor: 1 },
}
/** Videos before the studio's own pace counts for more than the one above. */
const FEW = 3

/**
 * The pace of a studio from what its latest videos took: the median of their factors, so that a machine that was busy
 * for a while does not count.
 */
export function learnedPace(
  provider: ProviderName,
  made: readonly { seconds: number; took: number }[],
): Pace {
  const { base, factor } = FIRST_PACE[provider]
  if (made.length < FEW) return { base, factor }
  const factors = made.map(({ seconds, took }) => Math.max(0, took - base) / seconds).sort((a, b) => a - b)
  return { base, factor: factors[Math.floor(factors.length / 2)] }
}

/** Seconds a video of so many seconds of speech takes to make. */
export function waitAt({ base, factor }: Pace, seconds: number): number {
  return base + factor * seconds
}

/** Seconds until a video is done, or null where it is over. `before` is what the queue takes until its turn. */
export function secondsLeft(video: Estimable, now: Date, before = 0): number | null {
  if (video.status !== 'queued' && video.status !== 'in_progress') return null
  if (!video.startedAt) return atLeastOne(before + video.expectedWait)
  const elapsed = (now.getTime() - video.startedAt.getTime()) / 1000
  // Early on the plan is all there is; the further along, the more the job's own pace counts.
  const done = video.progress / 100
  const byPlan = Math.max(1, video.expectedWait - elapsed)
  const byPace = done > 0 ? (elapsed * (1 - done)) / done : byPlan
  return atLeastOne(byPlan * (1 - done) + byPace * done)
}

function atLeastOne(seconds: number): number {
  return Math.max(1, Math.round(seconds))
}
