import { resample } from '@/lib/engine/audio/resample'
import { FPS, type MouthFrame, type Sound } from '@/lib/engine/types'
import { logMel, MEL_RATE, MEL_SAMPLE_RATE } from './log-mel'
import { curveLength, type Loudness, measureLoudness, ramp } from './loudness'
import { type Contact, toMouthFrames } from './mouth-curves'
import { smooth } from './smooth'
import { speechLikeness } from './speech-likeness'
import { normalise, VISEMES, type Viseme, visemePosteriors } from './viseme-network'

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

/** Frames given at a time: seconds of network, the slowest of all, before the first. */
const PART_FRAMES = 10 * FPS
/** How far around them the recording counts: `speechLikeness` forgets in a second, so here nearly all. */
const CONTEXT_FRAMES = 5 * FPS

/**
 * Mouth movement of recorded speech, without a transcript: a small network hears which of 14 mouth shapes each
 * 10 ms is, the expected opening and rounding are smoothed as coarticulation smooths them, and heard closures of the
 * lips are laid over. In silence, music and noise the mouth rests.
 * @param sound any sample rate, mono.
 * @param frames video frames at `FPS`; one `MouthFrame` each, of the middle of the frame, given part by part.
 */
export function* mouthFromRecording(
  sound: Sound,
  frames: number,
  partFrames = PART_FRAMES,
): Generator<MouthFrame[]> {
  const features = normalise(logMel(resample(sound, MEL_SAMPLE_RATE).samples))
  const { loud, energy } = measureLoudness(sound, frames)
  const posteriors = new Float32Array(features.frames * VISEMES.length)
  let heard = 0
  for (let first = 0; first < frames; first += partFrames) {
    const last = Math.min(frames, first + partFrames)
    const from = Math.max(0, first - CONTEXT_FRAMES)
    const to = Math.min(frames, last + CONTEXT_FRAMES)
    const until = to === frames ? features.frames : Math.min(features.frames, curveLength(to))
    posteriors.set(visemePosteriors(features, heard, until), heard * VISEMES.length)
    heard = until
    const mouth = mouthFromPosteriors(
      posteriors.subarray(curveLength(from) * VISEMES.length, until * VISEMES.length),
      {
        loud: loud.subarray(curveLength(from), curveLength(to)),
        energy: energy.subarray(curveLength(from), curveLength(to)),
      },
      to - from,
    )
    yield mouth.slice(first - from, last - from)
  }
}

function mouthFromPosteriors(posteriors: Float32Array, measured: Loudness, frames: number): MouthFrame[] {
  const speech = speechLikeness(posteriors, measured)
  const ofSpeech = (curve: Float32Array) => curve.map((value, t) => value * speech[t])
  const loudness = { loud: ofSpeech(measured.loud), energy: ofSpeech(measured.energy) }
  const curves = {
    open: ofSpeech(smooth(expected(posteriors, speech.length, 'open'), OPEN_SMOOTHING)),
    round: ofSpeech(smooth(expected(posteriors, speech.length, 'round'), ROUND_SMOOTHING)),
    presses: contacts(posteriors, 'PP', loudness),
    tucks: contacts(posteriors, 'FF', loudness),
  }
  return toMouthFrames(curves, loudness, frames)
}

/** Standard deviations in steps of 10 ms. The jaw follows syllables; the lips round more slowly. */
const OPEN_SMOOTHING = 2.5
const ROUND_SMOOTHING = 4

/** The target of each class, weighted with its probability. */
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

/** Probability above which a contact is suspected, and at whose peak it is certain; between, the lips come close. */
const CONTACT_SUSPECTED = 0.08
const CONTACT_CERTAIN = 0.28
/** Standard deviation, in steps of 10 ms, by which a doubtful step is outvoted by its neighbours. */
const CONTACT_SMOOTHING = 2
/** Share of a contact's peak above which the lips touch; below it they are on their way. */
const CONTACT_CORE = 0.7
/** How far around a contact, in steps of 10 ms, something must be heard: inside a plosive there is silence. */
const HEARD_STEPS = 6
/** Loudness that must be reached there, else it is the silence of a pause. */
const CONTACT_HEARD = [0.05, 0.2] as const

/** Stretches in which the network hears the given class, as strong as it is sure of it and as something is heard. */
function contacts(posteriors: Float32Array, viseme: Viseme, { loud }: Loudness): Contact[] {
  const column = VISEMES.indexOf(viseme)
  const count = Math.min(loud.length, posteriors.length / VISEMES.length)
  const raw = Float32Array.from({ length: count }, (_, t) => posteriors[t * VISEMES.length + column])
  const track = smooth(raw, CONTACT_SMOOTHING)
  const found: Contact[] = []
  for (let start = 0; start < count; start++) {
    if (track[start] <= CONTACT_SUSPECTED) continue
    let end = start
    while (end < count && track[end] > CONTACT_SUSPECTED) end++
    const sure = ramp(Math.max(...track.subarray(start, end)), CONTACT_SUSPECTED, CONTACT_CERTAIN)
    const around = loud.subarray(Math.max(0, start - HEARD_STEPS), end + HEARD_STEPS)
    const heard = ramp(Math.max(...around), ...CONTACT_HEARD)
    const core = coreOf(track, start, end)
    found.push({ start: core.start / MEL_RATE, end: core.end / MEL_RATE, strength: sure * heard })
    start = end
  }
  return found
}

/** First and last step of a stretch in which the track is near its peak there. */
function coreOf(track: Float32Array, from: number, to: number): { start: number; end: number } {
  const touching = CONTACT_CORE * Math.max(...track.subarray(from, to))
  let start = from
  let end = to - 1
  while (track[start] < touching) start++
  while (track[end] < touching) end--
  return { start, end }
}
