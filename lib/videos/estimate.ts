import { LEASE_MS } from './lease-time'

export type ProviderName = 'local' | 'boson'

/** What an estimate is made from. */
export type Estimable = {
  status: string
  progress: number
  /** Seconds its making was expected to take when it was asked for. */
  expectedWait: number
  /** Those of them that pass before progress begins. */
  expectedBase: number
  startedAt: Date | null
  /** Each heartbeat renews it, and brings the progress. */
  leaseUntil: Date | null
}

/** What of a video tells how long it takes to make. */
export type Order = { seconds: number; size: string; recording: boolean }

/** How long videos take to make: `base` seconds, and for each second of speech in a square picture so many more. */
export type Pace = {
  base: number
  script: number
  recording: number
  /** The part of that which goes with the number of pixels, 0…1. */
  drawn: number
}

/** Before a studio has made any: the embedded engine on two cores; Boson takes about the audio and nine seconds. */
const FIRST_PACE: Record<ProviderName, Pace> = {
  local: { base: 0.5, script: 0.2, recording: 0.2, drawn: 0.8 },
  boson: { base: 9, script: 1, recording: 1, drawn: 0 },
}
/** Videos before the studio's own pace counts for more than the one above; as many of a kind before it has its own. */
const FEW = 3
/** Two videos tell the base apart from the rest where their lengths differ by so many seconds of speech. */
const APART = 2
const SQUARE = 640 * 640

/**
 * The pace of a studio from what its latest videos took. The base is where the line through them begins (Theil and Sen:
 * the median slope of all pairs), the rest the median of what each took beyond it, so that one that was held up does not
 * count.
 * @param made the latest first
 */
export function learnedPace(provider: ProviderName, made: readonly (Order & { took: number })[]): Pace {
  const first = FIRST_PACE[provider]
  if (made.length < FEW) return first
  const points = made.map((video) => ({ ...video, work: workOf(first, video) }))
  const slopes = points.flatMap((a, i) =>
    points
      .slice(i + 1)
      .filter((b) => b.recording === a.recording && Math.abs(b.work - a.work) >= APART)
      .map((b) => (b.took - a.took) / (b.work - a.work)),
  )
  const slope = slopes.length >= FEW ? Math.max(0, median(slopes)) : null
  const base =
    slope === null ? first.base : Math.max(0, median(points.map(({ took, work }) => took - slope * work)))
  const factor = (of: typeof points) => median(of.map(({ took, work }) => Math.max(0, took - base) / work))
  const ofKind = (recording: boolean) => {
    const own = points.filter((video) => video.recording === recording)
    return factor(own.length >= FEW ? own : points)
  }
  return asOfLate({ ...first, base, script: ofKind(false), recording: ofKind(true) }, made.slice(0, FEW))
}

/** A pace as slow or quick as the very latest were: the machine may have more or less to do than an hour ago. */
function asOfLate(pace: Pace, latest: readonly (Order & { took: number })[]): Pace {
  const level = median(latest.map((video) => video.took / waitAt(pace, video)))
  const { base, script, recording } = pace
  return { ...pace, base: base * level, script: script * level, recording: recording * level }
}

/** Seconds a video takes to make. */
export function waitAt(pace: Pace, order: Order): number {
  return pace.base + (order.recording ? pace.recording : pace.script) * workOf(pace, order)
}

/** Its seconds of speech, as many as cost the same in a square picture. */
function workOf({ drawn }: Pace, { seconds, size }: Order): number {
  const [width, height] = size.split('x').map(Number)
  return seconds * (1 - drawn + (drawn * width * height) / SQUARE)
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half) - 1]) / 2
}

/** From here on progress goes with the clock. */
const DRAWING = 0.05
/** The share of the fixed part that comes after the last picture: signing the file, and storing it. */
const FINISHING = 0.2

/** Seconds until a video is done, or null where it is over. `before` is what the queue takes until its turn. */
export function secondsLeft(video: Estimable, now: Date, before = 0): number | null {
  if (video.status !== 'queued' && video.status !== 'in_progress') return null
  const { startedAt, expectedWait, expectedBase } = video
  if (!startedAt) return readable(before + expectedWait)
  const heard = heardAt(video, now)
  const elapsed = Math.max(0, heard - startedAt.getTime()) / 1000
  const since = (now.getTime() - heard) / 1000
  const done = video.progress / 100
  if (done < DRAWING) return readable(Math.max(1, expectedWait - elapsed - since))
  const drawing = expectedWait - expectedBase
  const finishing = FINISHING * expectedBase
  // Early on the plan is all there is; the further along, the more the job's own pace counts.
  const pace = elapsed / (expectedBase - finishing + drawing * done)
  return readable((drawing * (1 - done) + finishing) * pace ** Math.min(1, 2 * done) - since)
}

/** When the progress was as it is known, in milliseconds. */
function heardAt({ leaseUntil }: Estimable, now: Date): number {
  return leaseUntil ? Math.min(now.getTime(), leaseUntil.getTime() - LEASE_MS) : now.getTime()
}

/** Tenths where they say something. */
function readable(seconds: number): number {
  return seconds < 10 ? Math.max(0.1, Math.round(seconds * 10) / 10) : Math.round(seconds)
}
