/** Seconds before the first frame is drawn: reading the inputs and finding the face. */
const OVERHEAD_SECONDS = 1

/** Seconds of waiting for each second of video, until this studio has shown its own pace. */
export const FIRST_PACE = 0.5
const FASTEST_PACE = 0.05

/** Seconds until a video of `seconds` will be ready, by the pace of earlier ones. */
export function estimateWait(seconds: number, pace: number): number {
  return OVERHEAD_SECONDS + pace * seconds
}

/** The pace after a video of `seconds` took `waited` seconds: half of what was known, half of the new measurement. */
export function learnedPace(pace: number, seconds: number, waited: number): number {
  const measured = (waited - OVERHEAD_SECONDS) / Math.max(1, seconds)
  return (pace + Math.max(FASTEST_PACE, measured)) / 2
}
