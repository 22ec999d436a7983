const PACE_KEY = 'studio.pace'

/** Seconds of waiting for each second of video, until this studio has shown its own pace. */
const FIRST_PACE = 0.5
const OVERHEAD_SECONDS = 1

function pace(): number {
  try {
    const stored = Number(localStorage.getItem(PACE_KEY))
    return stored > 0 ? stored : FIRST_PACE
  } catch {
    return FIRST_PACE
  }
}

/** Seconds until a video of `seconds` will be ready, by what earlier ones took. */
export function estimateWait(seconds: number): number {
  return OVERHEAD_SECONDS + pace() * seconds
}

/** Learns from a finished video: half of the new measurement, half of what was known. */
export function learnPace(seconds: number, waited: number): void {
  const measured = Math.max(0.05, (waited - OVERHEAD_SECONDS) / Math.max(1, seconds))
  try {
    localStorage.setItem(PACE_KEY, String((pace() + measured) / 2))
  } catch {
    // Without storage the first pace stays.
  }
}
