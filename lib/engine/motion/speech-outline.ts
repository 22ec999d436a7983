import { FPS, type MouthFrame } from '../types'

/** What a listener hears at one frame, as far as faces answer to it. */
export type Heard = {
  /** Speech begins here after a pause. */
  phraseStart: boolean
  /** The last frame before a pause. */
  phraseEnd: boolean
  /** Somebody speaks here, small gaps included. */
  speaking: boolean
  /** How prominent the syllable is whose nucleus lies here, 0…1; null where none does. */
  accent: number | null
  /** Nothing is said here, and nothing in the next frames. */
  pause: boolean
  /** The mouth is between two syllables, in this frame and the next. */
  gap: boolean
}

/** Frames after one that tell what is heard at it. */
export const OUTLINE_FRAMES = 6

/** Loudness under which nothing is said. */
const QUIET = 0.12
/** Quiet for this many frames is a pause (240 ms), not the closure of a stop. */
const PAUSE_FRAMES = 6
/** A pause that a blink fits into. */
const LULL_FRAMES = 4
/** Syllables are heard from this force on. */
const AUDIBLE = 0.12
/** Prominence of a stressed syllable that does not stand out otherwise. */
const STRESSED = 0.35
/** Force between two syllables, of that of usual ones, under which the mouth is surely on a consonant. */
const GAP_FORCE = 0.5
/** Share by which each syllable moves the mean that the next ones are compared with. */
const FORGET = 0.15

/**
 * Hears phrases, syllables and their prominence in mouth frames. A syllable's force is its loudness and how wide it
 * opens the mouth; what stands out from the syllables before it is prominent. Where stresses are known, only stressed
 * syllables are.
 */
export class SpeechOutline {
  private usualForce = 0.45

  /** @param frameAt any frame, silent beyond both ends; must be asked about frame after frame */
  constructor(private readonly frameAt: (index: number) => MouthFrame) {}

  hear(index: number, stresses: readonly number[] | null): Heard {
    const loud = (from: number, to: number) => {
      for (let k = from; k <= to; k++) if (this.frameAt(index + k).loud >= QUIET) return true
      return false
    }
    const now = loud(0, 0)
    return {
      phraseStart: now && !loud(-PAUSE_FRAMES, -1),
      phraseEnd: now && !loud(1, PAUSE_FRAMES),
      speaking: loud(-PAUSE_FRAMES, PAUSE_FRAMES),
      accent: stresses ? this.stress(index, stresses) : this.accent(index),
      pause: !loud(-1, LULL_FRAMES),
      gap: this.isGap(index),
    }
  }

  private force(index: number): number {
    const { loud, open } = this.frameAt(index)
    return loud * (0.4 + 0.6 * Math.min(1, open))
  }

  private isNucleus(index: number): boolean {
    const force = this.force(index)
    if (force < AUDIBLE) return false
    for (const k of [1, 2]) {
      if (this.force(index - k) >= force || this.force(index + k) > force) return false
    }
    return true
  }

  private accent(index: number): number | null {
    return this.isNucleus(index) ? this.prominence(index) : null
  }

  private stress(index: number, stresses: readonly number[]): number | null {
    if (!stresses.some((time) => Math.floor(time * FPS) === index)) return null
    return Math.max(STRESSED, this.prominence(index))
  }

  /** Compares a syllable with those before it, and remembers it. */
  private prominence(index: number): number {
    const excess = this.force(index) / this.usualForce - 1
    this.usualForce += FORGET * (this.force(index) - this.usualForce)
    return Math.max(0, Math.min(1, 0.3 + excess))
  }

  /** Two frames around the least force between syllables, both clearly weaker than those. */
  private isGap(index: number): boolean {
    const force = this.force(index)
    if (force > this.force(index - 1) || force > this.force(index + 2)) return false
    return Math.max(force, this.force(index + 1)) < GAP_FORCE * this.usualForce
  }
}
