import { FPS, type MouthFrame } from '@/lib/engine/types'
import { CURVE_RATE, curveLength, type Loudness, ramp } from './loudness'
import { smooth } from './smooth'

/** Lips touching each other or the teeth for a while: seconds from the sound's start; strength 1 is full contact. */
export type Contact = { start: number; end: number; strength: number }

/** What the articulators do, every 10 ms, before loudness and contacts are applied. */
export type MouthCurves = {
  /** Opening of the vowel or consonant spoken at normal loudness, 0…1. */
  open: Float32Array
  /** Rounded 1 … spread −1. */
  round: Float32Array
  /** Lip against lip (p b m). */
  presses: Contact[]
  /** Lower lip against upper teeth (f v). */
  tucks: Contact[]
}

/** Shortest time at full contact. Longer than a video frame, so that every contact is whole in at least one. */
const MIN_HOLD_SECONDS = 0.06
/** Lips travel to and from a contact in about this time. */
const TRAVEL_SECONDS = 0.035
/** Share of a target that the softest speech opens to, and what the loudest adds. */
const QUIET_OPENING = 0.62
const LOUD_OPENING = 0.6
/** Opening while the lower lip touches the teeth: the tuck lifts it by what about 0.25 opens, the rest shows their edge. */
const TUCKED_OPEN = 0.33

/** Samples the curves at the middle of every video frame; loudness opens the jaw, contacts close the lips. */
export function toMouthFrames(curves: MouthCurves, loudness: Loudness, frames: number): MouthFrame[] {
  const { loud, energy } = loudness
  const press = contactTrack(curves.presses, curveLength(frames))
  const tuck = contactTrack(curves.tucks, curveLength(frames))
  const sounding = soundingTrack(loud)
  const effort = smooth(loud, EFFORT_STEPS)
  return Array.from({ length: frames }, (_, frame) => {
    const t = Math.round(((frame + 0.5) * CURVE_RATE) / FPS)
    const spoken = curves.open[t] * sounding[t] * (QUIET_OPENING + LOUD_OPENING * effort[t])
    const pressed = press[t] * sounding[t]
    const tucked = tuck[t] * sounding[t] * (1 - pressed)
    return {
      open: clamp((spoken + (TUCKED_OPEN - spoken) * tucked) * (1 - pressed), 0, 1.1),
      round: clamp(curves.round[t] * sounding[t], -1, 1),
      press: pressed,
      tuck: tucked,
      loud: loud[t],
      energy: energy[t],
    }
  })
}

/** Steps by which hearing a sound counts for its neighbours, so that the silence inside a stop does not shut the jaw. */
const BRIDGE_STEPS = 9
/** Smoothing of the loudness that opens the jaw, which is too heavy to follow every glottal pulse. */
const EFFORT_STEPS = 6

/** 1 where something is being said, 0 in pauses. */
function soundingTrack(loud: Float32Array): Float32Array {
  const heard = loud.map((_, t) => {
    let highest = 0
    for (let k = Math.max(0, t - BRIDGE_STEPS); k <= Math.min(loud.length - 1, t + BRIDGE_STEPS); k++) {
      highest = Math.max(highest, loud[k])
    }
    return ramp(highest, 0.05, 0.2)
  })
  return smooth(heard, 3)
}

/** 0…1 every 10 ms: full throughout a contact and for at least 60 ms from its start, with smooth travel either side. */
function contactTrack(contacts: Contact[], length: number): Float32Array {
  const track = new Float32Array(length)
  for (const { start, end, strength } of contacts) {
    const parted = Math.max(end, start + MIN_HOLD_SECONDS)
    const first = Math.max(0, Math.floor((start - TRAVEL_SECONDS) * CURVE_RATE))
    const last = Math.min(length - 1, Math.ceil((parted + TRAVEL_SECONDS) * CURVE_RATE))
    for (let t = first; t <= last; t++) {
      const seconds = t / CURVE_RATE
      const away = Math.max(start - seconds, seconds - parted) / TRAVEL_SECONDS
      const near = 1 - Math.max(0, Math.min(1, away))
      track[t] = Math.max(track[t], strength * near * near * (3 - 2 * near))
    }
  }
  return track
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
