/** What an estimate is made from. */
export type Estimable = {
  status: string
  provider: 'local' | 'boson'
  progress: number
  expectedSeconds: number
  startedAt: Date | null
}

/** Seconds of work a second of video: local measured on two cores; Boson takes about the audio plus 9 s. */
const LOCAL_FACTOR = 0.5
const LOCAL_BASE_S = 1
const BOSON_BASE_S = 9
/** Seconds until a video is done, or null where it is over. */
export function secondsLeft(video: Estimable, now: Date): number | null {
  if (video.status !== 'queued' && video.status !== 'in_progress') return null
  const whole = expectedWait(video.provider, video.expectedSeconds)
  if (!video.startedAt) return whole
  const elapsed = (now.getTime() - video.startedAt.getTime()) / 1000
  // Early on the plan is all there is; the further along, the more the job's own pace counts.
  const done = video.progress / 100
  const byPlan = Math.max(1, whole - elapsed)
  const byPace = done > 0 ? (elapsed * (1 - done)) / done : byPlan
  return Math.max(1, Math.round(byPlan * (1 - done) + byPace * done))
}

/** Seconds a whole job takes for so many seconds of speech. */
export function expectedWait(provider: 'local' | 'boson', seconds: number): number {
  const wait = provider === 'local' ? LOCAL_BASE_S + seconds * LOCAL_FACTOR : BOSON_BASE_S + seconds
  return Math.max(1, Math.round(wait))
}
