import type { Emotion, Style } from '@/lib/boson/tags'
import type { PerformanceSpan } from '../types'

/** How a face that speaks behaves. Factors are 1 for plain speech. */
export type Temperament = {
  /** Factor on drift and change of posture. */
  sway: number
  /** Factor on nods. */
  nod: number
  /** Factor on the speed of movements. */
  tempo: number
  /** Head lowered, degrees. */
  lowered: number
  /** Brows at rest: raised 1 … lowered −1. */
  brow: number
  /** Factor on the brows' rise with prominent syllables. */
  flash: number
  /** Corners of the mouth drawn apart and up, 0…1. */
  smile: number
  /** Share of glances that go away from the viewer, 0…1. */
  aversion: number
  /** Factor on the rate of blinks. */
  blinks: number
}

const PLAIN: Temperament = {
  sway: 1,
  nod: 1,
  tempo: 1,
  lowered: 0,
  brow: 0,
  flash: 1,
  smile: 0,
  aversion: 0.22,
  blinks: 1,
}

/**
 * Kinds of feeling. Joy moves the head more and faster than plain speech and anger sharply, sadness less and slower
 * (Busso et al. 2007, "Rigid head motion in expressive speech animation"); brows and mouth as in Ekman & Friesen's
 * action units: joy 12, surprise 1 + 2, anger 4, sadness 1.
 */
const JOY = { sway: 1.3, nod: 1.35, tempo: 1.25, lowered: -0.8, brow: 0.25, flash: 1.4, smile: 0.8 }
const WARMTH = { sway: 0.9, tempo: 0.9, brow: 0.12, smile: 0.6, aversion: 0.15 }
const RESOLVE = { sway: 0.7, nod: 1.3, tempo: 1.1, brow: -0.25, aversion: 0.08 }
const THOUGHT = { sway: 0.8, nod: 0.7, tempo: 0.8, brow: 0.1, aversion: 0.5 }
const WONDER = { nod: 0.9, lowered: -0.8, brow: 0.65, flash: 1.3, aversion: 0.1, blinks: 0.7 }
const ANGER = { sway: 0.5, nod: 1.2, tempo: 1.3, lowered: 0.8, brow: -0.7, flash: 0.3, aversion: 0.06 }
const FEAR = { sway: 0.7, nod: 0.6, tempo: 1.3, lowered: -0.4, brow: 0.6, aversion: 0.4, blinks: 1.4 }
const SADNESS = { sway: 0.6, nod: 0.45, tempo: 0.65, lowered: 1.8, brow: 0.1, flash: 0.4, aversion: 0.4 }

const FEELINGS: Record<Emotion, Partial<Temperament>> = {
  elation: JOY,
  amusement: JOY,
  enthusiasm: JOY,
  arousal: JOY,
  pride: { ...JOY, sway: 1, tempo: 1, lowered: -1.2, smile: 0.5 },
  contentment: WARMTH,
  affection: WARMTH,
  relief: WARMTH,
  determination: RESOLVE,
  contemplation: THOUGHT,
  confusion: { ...THOUGHT, brow: -0.3 },
  surprise: WONDER,
  awe: WONDER,
  anger: ANGER,
  bitterness: ANGER,
  disgust: { ...ANGER, lowered: -0.4 },
  fear: FEAR,
  longing: SADNESS,
  sadness: SADNESS,
  shame: SADNESS,
  helplessness: SADNESS,
}

/** What a style multiplies the movements by. */
const STYLES: Record<Style, { sway: number; nod: number; tempo: number; flash: number }> = {
  whispering: { sway: 0.5, nod: 0.45, tempo: 0.9, flash: 0.7 },
  shouting: { sway: 1.2, nod: 1.6, tempo: 1.2, flash: 1.5 },
  singing: { sway: 1.5, nod: 0.6, tempo: 0.7, flash: 1.2 },
}

/** The temperament of one moment of speech. */
export function temperamentAt(performance: readonly PerformanceSpan[], time: number): Temperament {
  const span = performance.find(({ start, end }) => time >= start && time < end)
  if (!span) return PLAIN
  const felt = { ...PLAIN, ...(span.emotion && FEELINGS[span.emotion]) }
  if (!span.style) return felt
  const { sway, nod, tempo, flash } = STYLES[span.style]
  return {
    ...felt,
    sway: felt.sway * sway,
    nod: felt.nod * nod,
    tempo: felt.tempo * tempo,
    flash: felt.flash * flash,
  }
}
