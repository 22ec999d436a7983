/** Lid closure in the frames of one blink at 25 fps: 240 ms, closing twice as fast as it opens. */
const CLOSURE = [0.35, 0.85, 1, 0.8, 0.45, 0.15]

/** Seconds before the first blink, between blinks, and within a double blink. */
const FIRST = { from: 0.8, spread: 1.5 }
const GAP = { from: 2.2, spread: 2.8 }
const DOUBLE = { chance: 0.12, gap: 0.5 }

/**
 * Lid closure of one frame after the other, 0…1, without end. About 17 blinks a minute, the middle of what people do
 * while talking (Bentivoglio et al. 1997: 26 in conversation, 17 at rest), none on a fixed beat.
 */
export function* blinks(fps: number, random: () => number): Generator<number, never> {
  const open = function* (frames: number) {
    for (let i = 0; i < frames; i++) yield 0
  }
  yield* open(Math.round(fps * (FIRST.from + random() * FIRST.spread)))
  for (;;) {
    yield* CLOSURE
    const gap = random() < DOUBLE.chance ? DOUBLE.gap : GAP.from + random() * GAP.spread
    yield* open(Math.round(fps * gap) - CLOSURE.length)
  }
}
