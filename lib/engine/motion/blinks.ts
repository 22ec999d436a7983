/** Lid closure in the frames of one blink at 25 fps: 240 ms, closing twice as fast as it opens. */
const CLOSURE = [0.35, 0.85, 1, 0.8, 0.45, 0.15]

/** Seconds before the first blink, between blinks, and within a double blink. */
const FIRST = { from: 0.8, spread: 1.5 }
const GAP = { from: 2.2, spread: 2.8 }
const DOUBLE = { chance: 0.12, gap: 0.5 }

/**
 * Lid closure of each frame, 0…1. About 17 blinks a minute, the middle of what people do while talking
 * (Bentivoglio et al. 1997: 26 in conversation, 17 at rest), none on a fixed beat.
 */
export function blinks(frames: number, fps: number, random: () => number): Float32Array {
  const closed = new Float32Array(frames)
  let start = Math.round(fps * (FIRST.from + random() * FIRST.spread))
  while (start < frames) {
    CLOSURE.forEach((value, i) => {
      if (start + i < frames) closed[start + i] = Math.max(closed[start + i], value)
    })
    const gap = random() < DOUBLE.chance ? DOUBLE.gap : GAP.from + random() * GAP.spread
    start += Math.round(fps * gap)
  }
  return closed
}
