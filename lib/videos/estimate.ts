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
/** Below this progress its own pace says little. */
const TELLING_PROGRESS = 20

/** Seconds until a video is done, or null where it is over. */
export function secondsLeft(video: Estimable, now: Date): number | null {
  if (video.status !== 'queued' && video.status !== 'in_progress') return null
  const whole = expectedWait(video.provider, video.expectedSeconds)
  if (!video.startedAt) return whole
  const elapsed = (now.getTime() - video.startedAt.getTime()) / 1000
  if (video.progress < TELLING_PROGRESS) return Math.max(1, Math.round(whole - elapsed))
  return Math.max(1, Math.round((elapsed * (100 - video.progress)) / video.progress))
}

/** Seconds a whole job takes for so many seconds of speech. */
export function expectedWait(provider: 'local' | 'boson', seconds: number): number {
  const wait = provider === 'local' ? LOCAL_BASE_S + seconds * LOCAL_FACTOR : BOSON_BASE_S + seconds
  return Math.max(1, Math.round(wait))
}
