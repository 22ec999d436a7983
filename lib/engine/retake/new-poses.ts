import { Animator } from '../motion/animator'
import type { JawPath } from '../motion/jaw-path'
import type { Pose } from '../motion/pose'
import { later, type SpokenPiece } from '../speech/timeline'
import { VOICE_RATE } from '../speech/voice/vocoder'
import { deliveryOf } from '../spoken-parts'
import type { Phone } from '../types'
import { mouthFromPhones } from '../visemes/mouth-from-phones'
import { POSE_PARTS } from './film-record'
import { FRAME } from './grid'
import { type Fresh, type Layout, PASSAGE_FRAMES } from './layout'

/** Frames in which lips pass from one film into the other, both of which are silent there. */
const LIP_FRAMES = 4

const LIPS: ReadonlySet<keyof Pose> = new Set(['jaw', 'round', 'press', 'tuck', 'close'])

type Performer = { seed: number; headRange: number; jawPath: JawPath }

/** The poses of a film of old and new. What stays moves as it did; what is new comes out of it and goes back into it. */
export function posesOf({ segments }: Layout, old: readonly Pose[], performer: Performer): Pose[] {
  return segments.flatMap((segment, i) => {
    if (segment.kind === 'kept') return old.slice(segment.frames.from, segment.frames.to)
    const [before, behind] = [segments[i - 1], segments[i + 1]]
    const poses = performed(segment, performer)
    if (before?.kind === 'kept') blend(poses, old.slice(before.frames.to), segment.margin)
    poses.reverse()
    if (behind?.kind === 'kept') {
      leaveOutBrokenBlink(poses)
      blend(poses, old.slice(0, behind.frames.from).toReversed(), segment.margin)
    }
    return poses.reverse()
  })
}

/** A piece as it would be performed alone. */
function performed({ piece, at, frames, passage }: Fresh, performer: Performer): Pose[] {
  const from = frames.from * FRAME
  const samples = placed(piece.samples, at, { from, to: frames.to * FRAME })
  const here = shifted(piece, (at - from) / VOICE_RATE)
  const length = frames.to - frames.from
  const sound = { samples, sampleRate: VOICE_RATE }
  const mouth = mouthFromPhones(here.phones, sound, length, here.performance)
  // A performance of its own, which leaves everybody else's as it is.
  const animator = new Animator({ ...performer, seed: performer.seed + 1 + passage.fresh.from })
  const delivery = deliveryOf(here)
  return [...animator.add(mouth, delivery), ...animator.finish(delivery)]
}

/** What is heard of a piece that begins at `at` in a stretch of the film: silence where the piece is not. */
export function placed(samples: Float32Array, at: number, { from, to }: { from: number; to: number }) {
  const heard = new Float32Array(to - from)
  const first = Math.max(0, from - at)
  const part = samples.subarray(first, Math.max(first, to - at))
  heard.set(part, Math.max(0, at - from))
  return heard
}

/** A piece whose times count from elsewhere. */
export function shifted(piece: SpokenPiece, seconds: number): SpokenPiece {
  const move = <T extends Pick<Phone, 'start' | 'end'>>(timed: T): T => later(timed, seconds)
  return {
    ...piece,
    phones: piece.phones.map(move),
    performance: piece.performance.map(move),
    runs: piece.runs.map(move),
  }
}

/**
 * Begins new poses as the old film goes on, and then less and less so. In place.
 * @param margin frames in which nothing but the old film's lips move
 */
function blend(poses: Pose[], old: readonly Pose[], margin: number): void {
  const half = Math.floor(poses.length / 2)
  const passed = (i: number, frames: number, most: number) => {
    return eased(Math.max(0, Math.min(1, (i + 1) / (Math.min(frames, most) + 1))))
  }
  let isBlinking = true
  for (const [i, pose] of poses.entries()) {
    const other = old[i]
    if (!other) return
    const heads = passed(i, PASSAGE_FRAMES, half)
    const lips = passed(i - margin, LIP_FRAMES, half - margin)
    for (const part of POSE_PARTS) {
      if (part === 'blink') continue
      const share = LIPS.has(part) ? lips : heads
      pose[part] = other[part] * (1 - share) + pose[part] * share
    }
    // Half a blink is none: one that has begun in the old film comes to its end.
    isBlinking &&= i < margin || other.blink > 0
    if (isBlinking) pose.blink = other.blink
  }
}

/** Leaves out a blink that breaks off at the end of the poses, which are given backwards. In place. */
function leaveOutBrokenBlink(poses: Pose[]): void {
  for (const pose of poses) {
    if (pose.blink === 0) return
    pose.blink = 0
  }
}

/** From 0 to 1 while `share` does, with the least jerk. */
function eased(share: number): number {
  return share ** 3 * (10 - 15 * share + 6 * share * share)
}
