import type { MouthFrame, PerformanceSpan, Phone, Sound } from '@/lib/engine/types'
import { CURVE_RATE, curveLength, MASTERED_RANGE, measureLoudness } from './loudness'
import { type Contact, type MouthCurves, toMouthFrames } from './mouth-curves'
import {
  isLipPress,
  isLipTuck,
  isPause,
  isStress,
  type PhoneTarget,
  phoneTargets,
  REST,
} from './phone-targets'
import { smooth } from './smooth'

/** A target with the time it is aimed at, in seconds. */
type Gesture = { target: PhoneTarget; start: number; end: number }

/**
 * Share of a diphthong's time that its first part takes, and of a vowel's dominance that its second part has: in running
 * speech the beginning of a diphthong is reached, its end is not (Gay 1968, "Effect of speaking rate on diphthong
 * formant movements").
 */
const GLIDE_AT = 0.65
const GLIDE_DOMINANCE = 0.5
/**
 * Lips touch from the beginning of a phone on: there the level of the voices' p and b has fallen by 12 dB, in the 30 ms
 * before by less than 2 and in the 30 ms after by 30, so that the closure is made while nothing is heard yet of the burst.
 * They part before the phone ends, whose last part that is.
 */
const RELEASE_LEAD_SECONDS = 0.03
/** A phone at the end of a phrase carries the pause after it; its contact does not last longer than this. */
const LONGEST_CONTACT_SECONDS = 0.2
/** Time in which dominance falls to 1/e, before a gesture (anticipation) and after it (carry-over). */
const OPEN_DECAY_SECONDS = { before: 0.025, after: 0.025 }
/** Rounding starts earlier than opening: the lips are free while the tongue works. */
const ROUND_DECAY_SECONDS = { before: 0.06, after: 0.045 }
/** The jaw has inertia: standard deviation, in steps of 10 ms, of what rounds the corners of its path. */
const JAW_STEPS = 1.5
/**
 * How much further than in plain speech the jaw opens, besides what loudness does: loud speech is spoken with a lower
 * jaw in every vowel (Schulman 1989, "Articulatory dynamics of loud and normal speech").
 */
const STYLE_OPENING = { whispering: 0.75, shouting: 1.25, singing: 1.1 } as const
/** Standard deviation, in steps of 10 ms, of the passage from one style to the next. */
const STYLE_STEPS = 10
/** Beyond this many decay times dominance is nothing (e⁻⁸). */
const REACH_DECAYS = 8

/**
 * Mouth movement of speech whose phones are known. Opening and rounding follow the dominance model of coarticulation
 * (Cohen & Massaro 1993, "Modeling coarticulation in synthetic visual speech"): each sound pulls the mouth to its
 * target with a weight that decays exponentially to either side, F(t) = Σ D·T / Σ D. Contacts of the lips, which an
 * average never reaches, are laid over it. Loudness scales the jaw.
 * @param phones in order; times that the sound does not cover are allowed.
 * @param sound what is heard, at the level of mastered speech.
 * @param frames video frames at `FPS`; one `MouthFrame` each, of the middle of the frame.
 * @param performance where the speech is whispered, shouted or sung.
 */
export function mouthFromPhones(
  phones: readonly Phone[],
  sound: Sound,
  frames: number,
  performance: readonly PerformanceSpan[] = [],
): MouthFrame[] {
  const length = curveLength(frames)
  const spoken = mergeStress(phones)
  const gestures = toGestures(spoken, length / CURVE_RATE)
  const open = smooth(
    blend(gestures, length, OPEN_DECAY_SECONDS, ({ open, openDominance }) => [open, openDominance]),
    JAW_STEPS,
  )
  const style = styleTrack(performance, length)
  const curves: MouthCurves = {
    open: open.map((opening, t) => opening * style[t]),
    round: blend(gestures, length, ROUND_DECAY_SECONDS, ({ round, roundDominance }) => [
      round,
      roundDominance,
    ]),
    presses: contacts(spoken, isLipPress),
    tucks: contacts(spoken, isLipTuck),
  }
  return toMouthFrames(curves, measureLoudness(sound, frames, MASTERED_RANGE), frames)
}

/** Gives the time of a stress mark to the phone behind it. */
function mergeStress(phones: readonly Phone[]): Phone[] {
  const merged: Phone[] = []
  let stressStart: number | undefined
  for (const phone of phones) {
    if (isStress(phone.symbol)) {
      stressStart ??= phone.start
      continue
    }
    merged.push({ ...phone, start: stressStart ?? phone.start })
    stressStart = undefined
  }
  return merged
}

function toGestures(phones: Phone[], seconds: number): Gesture[] {
  const first = phones.at(0)?.start ?? 0
  const last = phones.at(-1)?.end ?? 0
  const gestures: Gesture[] = [{ target: REST, start: Math.min(0, first) - 1, end: first }]
  for (const { symbol, start, end } of phones) {
    if (isPause(symbol)) gestures.push({ target: REST, start, end })
    const [target, glide] = phoneTargets(symbol) ?? []
    if (!target) continue
    const turn = glide ? start + GLIDE_AT * (end - start) : end
    gestures.push({ target, start, end: turn })
    if (!glide) continue
    const undershot = { ...glide, openDominance: GLIDE_DOMINANCE * glide.openDominance }
    gestures.push({ target: undershot, start: turn, end })
  }
  gestures.push({ target: REST, start: last, end: Math.max(last, seconds) + 1 })
  return gestures
}

/** F(t) = Σ D·T / Σ D over the gestures, every 10 ms. D is flat over the inner half of a gesture. */
function blend(
  gestures: Gesture[],
  length: number,
  decay: { before: number; after: number },
  read: (target: PhoneTarget) => [value: number, dominance: number],
): Float32Array {
  const sums = new Float64Array(length)
  const weights = new Float64Array(length)
  for (const gesture of gestures) {
    const [value, dominance] = read(gesture.target)
    const quarter = (gesture.end - gesture.start) / 4
    const flatStart = gesture.start + quarter
    const flatEnd = gesture.end - quarter
    const first = Math.max(0, Math.ceil((flatStart - REACH_DECAYS * decay.before) * CURVE_RATE))
    const last = Math.min(length - 1, Math.floor((flatEnd + REACH_DECAYS * decay.after) * CURVE_RATE))
    for (let step = first; step <= last; step++) {
      const t = step / CURVE_RATE
      const away = Math.max(0, (flatStart - t) / decay.before, (t - flatEnd) / decay.after)
      const weight = dominance * Math.exp(-away)
      sums[step] += weight * value
      weights[step] += weight
    }
  }
  return Float32Array.from(sums, (sum, step) => (weights[step] > 0 ? sum / weights[step] : 0))
}

/** Factor on the opening every 10 ms. */
function styleTrack(performance: readonly PerformanceSpan[], length: number): Float32Array {
  const track = new Float32Array(length).fill(1)
  for (const { style, start, end } of performance) {
    if (style) track.fill(STYLE_OPENING[style], Math.round(start * CURVE_RATE), Math.round(end * CURVE_RATE))
  }
  return smooth(track, STYLE_STEPS)
}

function contacts(phones: Phone[], isContact: (symbol: string) => boolean): Contact[] {
  return phones
    .filter(({ symbol }) => isContact(symbol))
    .map(({ start, end }) => ({
      start,
      end: Math.min(end, start + LONGEST_CONTACT_SECONDS) - RELEASE_LEAD_SECONDS,
      strength: 1,
    }))
}
