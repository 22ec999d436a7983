import { resample } from '@/lib/engine/audio/resample'
import type { MouthFrame, Sound } from '@/lib/engine/types'
import { logMel, MEL_RATE, MEL_SAMPLE_RATE } from './log-mel'
import { curveLength, measureLoudness } from './loudness'
import { type Contact, toMouthFrames } from './mouth-curves'
import { smooth } from './smooth'
import { VISEMES, type Viseme, visemePosteriors } from './viseme-network'

/** Opening (0…1) and rounding (1 … spread −1) of each class of sounds. */
const TARGETS: Record<Viseme, { open: number; round: number }> = {
  sil: { open: 0, round: 0 },
  PP: { open: 0.05, round: 0.1 },
  FF: { open: 0.12, round: -0.05 },
  TH: { open: 0.25, round: -0.15 },
  DD: { open: 0.2, round: -0.15 },
  kk: { open: 0.3, round: -0.05 },
  CH: { open: 0.2, round: 0.6 },
  SS: { open: 0.13, round: -0.35 },
  RR: { open: 0.3, round: 0.45 },
  aa: { open: 1, round: -0.15 },
  E: { open: 0.6, round: -0.4 },
  I: { open: 0.3, round: -0.65 },
  O: { open: 0.7, round: 0.65 },
  U: { open: 0.28, round: 0.95 },
}

/**
 * Mouth movement of recorded speech, without a transcript: a small network hears which of 14 mouth shapes each
 * 10 ms is, the expected opening and rounding are smoothed as coarticulation smooths them, and heard closures of the
 * lips are laid over. In silence the mouth rests.
 * @param sound any sample rate, mono.
 * @param frames video frames at `FPS`; one `MouthFrame` each, of the middle of the frame.
 */
export function mouthFromRecording(sound: Sound, frames: number): MouthFrame[] {
  const mel = logMel(resample(sound, MEL_SAMPLE_RATE).samples)
  const posteriors = visemePosteriors(mel)
  const curves = {
    open: smooth(expected(posteriors, curveLength(frames), 'open'), 2.5),
    round: smooth(expected(posteriors, curveLength(frames), 'round'), 4),
    presses: contacts(posteriors, 'PP'),
    tucks: contacts(posteriors, 'FF'),
  }
  return toMouthFrames(curves, measureLoudness(sound, frames), frames)
}

function expected(posteriors: Float32Array, length: number, dimension: 'open' | 'round'): Float32Array {
  const curve = new Float32Array(length)
  const count = Math.min(length, posteriors.length / VISEMES.length)
  for (let t = 0; t < count; t++) {
    for (let c = 0; c < VISEMES.length; c++) {
      curve[t] += posteriors[t * VISEMES.length + c] * TARGETS[VISEMES[c]][dimension]
    }
  }
  return curve
}

/** Stretches in which a class is likelier than this, each as long as a contact can be heard to last. */
const CONTACT_PROBABILITY = 0.4

function contacts(posteriors: Float32Array, viseme: Viseme): Contact[] {
  const column = VISEMES.indexOf(viseme)
  const track = smooth(
    Float32Array.from(
      { length: posteriors.length / VISEMES.length },
      (_, t) => posteriors[t * VISEMES.length + column],
    ),
    1,
  )
  const found: Contact[] = []
  let start = -1
  for (let t = 0; t <= track.length; t++) {
    const inside = t < track.length && track[t] > CONTACT_PROBABILITY
    if (inside && start < 0) start = t
    if (inside || start < 0) continue
    found.push({ start: start / MEL_RATE, end: (t - 1) / MEL_RATE })
    start = -1
  }
  return found
}
