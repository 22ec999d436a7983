import { AS_TRAINED, type PlayedVoice, type TrainedVoice, type VoiceStyle } from '../presets'
import { gainAt, TONE_FREQUENCIES, type Tone } from '../voice/tone'
import type { Envelope } from './envelope'
import type { VoiceProfile } from './voice-profile'

/** How far a trained voice can be taken before it stops sounding like anybody. */
const PITCH = [0.6, 1.7] as const
const FORMANT = [0.85, 1.18] as const
const RANGE = [0.7, 1.4] as const
const SPEED = [0.75, 1.3] as const
const MOST_NEPERS = 1.05
/** A spread measured on a few sentences says only so much about a voice: exponent on its ratio. */
const SPREAD_TRUST = 0.7
const FORMANT_STEP = 0.01
/** What a difference counts beside a decibel between the shapes of two spectra: an octave of formants, of pitch. */
const FORMANT_COST = 3
const PITCH_COST = 1.5
/** Shapes are compared over these points of the envelope, 240 Hz to 5.4 kHz, after taking off the local mean. */
const FIRST_POINT = 4
const LAST_POINT = 31
const SHAPE_REACH = 4
/** Below this trust a point of an envelope says nothing. */
const LEAST_TRUST = 0.4
/** Points to either side that a tone is smoothed over, and how many untrusted ones would flatten it. */
const TONE_REACH = 2
const FLATTENING = 1
const DECIBELS_A_NEPER = 20 / Math.LN10

/**
 * The trained voice nearest to a clip's, and the style that brings it nearer: pitch, melody, pace, length of the vocal
 * tract and colour. A likeness by the controls the vocoder has, not a clone.
 * @param trained profiles of the trained voices as they are.
 */
export function matchVoice(
  clip: VoiceProfile,
  trained: ReadonlyMap<TrainedVoice, VoiceProfile>,
): PlayedVoice {
  const candidates = [...trained].map(([model, voice]) => {
    const { formant, cost } = nearestFormant(clip.envelope, voice.envelope)
    const octaves = Math.abs(Math.log2(clip.pitch / voice.pitch))
    return { model, voice, formant, cost: cost + PITCH_COST * octaves }
  })
  const { model, voice, formant } = candidates.reduce((best, next) => (next.cost < best.cost ? next : best))
  const style: VoiceStyle = {
    ...AS_TRAINED,
    ...pitched(clip.pitch / voice.pitch, voice.pitch),
    range: within(RANGE, (clip.spread / voice.spread) ** SPREAD_TRUST || 1),
    formant,
    speed: within(SPEED, clip.syllables / voice.syllables || 1),
    tone: toneBetween(clip.envelope, scaled(voice.envelope.nepers, formant)),
  }
  return { model, style }
}

/** The style again, corrected by what speech in it turned out to be like. */
export function correct({ model, style }: PlayedVoice, clip: VoiceProfile, got: VoiceProfile): PlayedVoice {
  const tone = toneBetween(clip.envelope, got.envelope.nepers)
  return {
    model,
    style: {
      ...style,
      ...pitched(style.pitch * (clip.pitch / got.pitch), (style.centre ?? 0) / style.pitch),
      speed: within(SPEED, style.speed * (clip.syllables / got.syllables || 1)),
      tone: tone.map((gain, i) => within([-MOST_NEPERS, MOST_NEPERS], gain + (style.tone?.[i] ?? 0))),
    },
  }
}

/** Pitch and its centre, for a voice whose own is `hertz`. */
function pitched(factor: number, hertz: number): Pick<VoiceStyle, 'pitch' | 'centre'> {
  const pitch = within(PITCH, factor)
  return { pitch, centre: pitch * hertz }
}

/** The formant factor under which a voice's envelope has the shape of the clip's, as far as is natural. */
function nearestFormant(clip: Envelope, voice: Envelope): { formant: number; cost: number } {
  const trust = trustOf(clip)
  let best = { formant: 1, cost: Number.POSITIVE_INFINITY }
  for (let formant = FORMANT[0]; formant <= FORMANT[1] + 1e-9; formant += FORMANT_STEP) {
    const moved = scaled(voice.nepers, formant)
    const shape = withoutLocalMean(difference(clip.nepers, moved), trust)
    const cost = shapeCost(shape, trust) + FORMANT_COST * Math.abs(Math.log2(formant))
    if (cost < best.cost) best = { formant, cost }
  }
  return best
}

/** The colour that turns one envelope into the clip's where that can be trusted, without making it louder. */
function toneBetween(clip: Envelope, from: Float64Array): Tone {
  const trust = trustOf(clip)
  const apart = difference(clip.nepers, from)
  const louder = meanOver(apart, trust, FIRST_POINT, LAST_POINT)
  return apart.map((_, i) => {
    let [sum, weight] = [0, FLATTENING]
    for (let j = Math.max(0, i - TONE_REACH); j <= Math.min(apart.length - 1, i + TONE_REACH); j++) {
      const share = trust[j] * (1 - Math.abs(j - i) / (TONE_REACH + 1))
      sum += share * (apart[j] - louder)
      weight += share
    }
    return within([-MOST_NEPERS, MOST_NEPERS], sum / weight)
  })
}

/** An envelope with its frequency axis scaled. */
function scaled(nepers: Float64Array, formant: number): Float64Array {
  return TONE_FREQUENCIES.map((hertz) => gainAt(nepers, hertz / formant))
}

function trustOf({ trust }: Envelope): Float64Array {
  return trust.map((share) => Math.max(0, (share - LEAST_TRUST) / (1 - LEAST_TRUST)))
}

/** Takes off tilt and colour, which the tone can make, and leaves the formants, which it should not. */
function withoutLocalMean(values: Float64Array, trust: Float64Array): Float64Array {
  return values.map((value, i) => value - meanOver(values, trust, i - SHAPE_REACH, i + SHAPE_REACH))
}

/** Root mean square in dB. */
function shapeCost(shape: Float64Array, trust: Float64Array): number {
  const squares = shape.map((value) => (DECIBELS_A_NEPER * value) ** 2)
  return Math.sqrt(meanOver(squares, trust, FIRST_POINT, LAST_POINT))
}

/** Mean of the points from one to another, both included, as far as they are trusted; 0 where none is. */
function meanOver(values: Float64Array, trust: Float64Array, first: number, last: number): number {
  let [sum, weight] = [0, 0]
  for (let i = Math.max(0, first); i <= Math.min(values.length - 1, last); i++) {
    sum += trust[i] * values[i]
    weight += trust[i]
  }
  return weight === 0 ? 0 : sum / weight
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i])
}

function within([least, most]: readonly [number, number], value: number): number {
  return Math.max(least, Math.min(most, value))
}
