import { FPS, type MouthFrame } from '../types'
import { blinks } from './blinks'
import type { Pose } from './pose'
import { seededRandom } from './random'

const DEGREE = Math.PI / 180

/** Jaw drop of a fully open vowel, in face heights. */
const JAW_TRAVEL = 0.068

/** Gives frame after frame its pose. */
export type Animator = (frame: MouthFrame) => Pose

/**
 * Turns what mouth and voice do into poses, one a frame, in order: a frame's pose depends on those before it, never on
 * those to come. The same mouth and seed give the same poses.
 *
 * The head drifts on slow sines whose phases come from the seed, nods with loud syllables and settles in pauses;
 * brows rise on stress (loudness above its half-second mean); lids blink at human rates; the mouth of a photo
 * that smiles is brought together while speaking and relaxes in pauses.
 *
 * @param headRange 0…1 scales head movement: less for a face that is turned away in the photo
 */
export function createAnimator(options: { seed: number; headRange?: number }): Animator {
  const random = seededRandom(options.seed)
  const range = options.headRange ?? 1
  const phases = Array.from({ length: 12 }, () => random() * 2 * Math.PI)
  const lids = blinks(FPS, random)
  let i = -1
  let nod = 0
  let brow = 0
  return ({ open, round, press, tuck, loud, energy }) => {
    i++
    const wave = (hertz: number, phase: number) => Math.sin((2 * Math.PI * hertz * i) / FPS + phases[phase])
    nod += (Math.max(0, loud - 0.55) * 1.6 - nod) * 0.18
    brow += (Math.max(0, loud - energy - 0.1) * 3 - brow) * 0.22
    const speaking = Math.min(1, energy * 3)
    const stress = 2.4 * (nod - 0.35) * Math.min(1, energy * 2)
    return {
      yaw: DEGREE * range * (2.1 * wave(0.11, 0) + 1.2 * wave(0.23, 1) + 0.5 * wave(0.61, 2) * energy),
      pitch: DEGREE * range * (0.8 * wave(0.13, 3) + 0.5 * wave(0.31, 4) + stress),
      roll: DEGREE * range * (1.1 * wave(0.09, 5) + 0.6 * wave(0.27, 6)),
      shiftX: range * (0.01 * wave(0.1, 7) + 0.004 * wave(0.33, 8)),
      shiftY: range * 0.004 * wave(0.17, 9),
      jaw: JAW_TRAVEL * open * (1 - 0.25 * Math.max(0, round)),
      round: round * Math.min(1, loud * 2),
      press,
      tuck: tuck * (1 - open * 0.5),
      brow: Math.min(1, brow + 0.12 * wave(0.07, 10)),
      blink: lids.next().value,
      breath: wave(0.26, 11),
      close: 0.55 + 0.45 * speaking,
    }
  }
}
