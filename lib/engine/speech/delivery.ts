import type { Emotion, Style } from '@/lib/boson/tags'

/** How something is said beside plain speech. Several together: factors multiply, the rest adds up. */
export type Delivery = {
  /** Factor on the rate of speech. */
  speed: number
  /** Mean pitch. */
  semitones: number
  /** Factor on the intonation's excursions around the mean. */
  range: number
  /** Loudness in dB. */
  level: number
  /** Slope of the spectrum in dB an octave: above 0 brighter, a tenser voice. */
  tilt: number
  /** More (above 0) or less breath, in nepers on the noise. */
  breath: number
  /** How far a trembling voice strays from its pitch, in semitones. */
  vibrato: number
}

export const PLAIN: Delivery = {
  speed: 1,
  semitones: 0,
  range: 1,
  level: 0,
  tilt: 0,
  breath: 0,
  vibrato: 0,
}

/**
 * The emotions. Which way each control goes is what the literature agrees on: pitch, range, rate, level and voice
 * quality of anger, joy, sadness, fear and disgust from Murray and Arnott (1993, table 1); level and high-frequency
 * energy, and all of tenderness (here affection and contentment), from Juslin and Laukka (2003, tables 7 and 11);
 * elation, pride and shame from Banse and Scherer (1996, table 6); surprise from Cahn (1990). The others take after the
 * nearest of these. How far it goes is a quarter to a half of what synthesis in those studies used (Burkhardt 2001:
 * joy half as high again), within what leaves these voices natural (`assets/voices/README.md`).
 */
const EMOTIONS: Readonly<Record<Emotion, Partial<Delivery>>> = {
  elation: { speed: 1.1, semitones: 2.5, range: 1.45, level: 3, tilt: 0.8 },
  amusement: { speed: 1.05, semitones: 1.5, range: 1.35, level: 1, tilt: 0.4, breath: 0.2 },
  enthusiasm: { speed: 1.12, semitones: 2, range: 1.4, level: 2.5, tilt: 0.8 },
  determination: { speed: 0.97, semitones: -0.5, range: 1.1, level: 2.5, tilt: 1.2, breath: -0.3 },
  pride: { speed: 0.95, semitones: 0.5, range: 1.25, level: 1.5, tilt: 0.6 },
  contentment: { speed: 0.94, semitones: -0.5, range: 0.95, level: -1.5, tilt: -0.6, breath: 0.2 },
  affection: { speed: 0.9, semitones: -0.7, range: 1.1, level: -2.5, tilt: -1, breath: 0.5 },
  relief: { speed: 0.92, semitones: -1, range: 0.9, level: -1.5, tilt: -0.6, breath: 0.6 },
  contemplation: { speed: 0.87, semitones: -1, range: 0.75, level: -2, tilt: -0.6 },
  confusion: { speed: 0.92, semitones: 1, range: 1.25, level: -0.5 },
  surprise: { speed: 1.05, semitones: 2.5, range: 1.5, level: 2, tilt: 0.4 },
  awe: { speed: 0.87, semitones: -0.5, range: 1.2, level: -2, tilt: -0.8, breath: 0.7 },
  longing: { speed: 0.88, semitones: -0.5, range: 1.05, level: -2.5, tilt: -0.9, breath: 0.5, vibrato: 0.1 },
  arousal: { speed: 1.06, semitones: 1.5, range: 1.3, level: 1, tilt: 0.2, breath: 0.5 },
  anger: { speed: 1.08, semitones: 1.5, range: 1.4, level: 4, tilt: 1.6, breath: -0.3 },
  fear: { speed: 1.14, semitones: 3, range: 0.9, level: -1, tilt: -0.4, breath: 0.3, vibrato: 0.35 },
  disgust: { speed: 0.88, semitones: -2, range: 1.15, level: -1, tilt: 0.4 },
  bitterness: { speed: 0.94, semitones: -1.5, range: 0.85, level: 0.5, tilt: 0.8 },
  sadness: { speed: 0.86, semitones: -1.5, range: 0.65, level: -4, tilt: -1.4, breath: 0.3 },
  shame: { speed: 0.9, semitones: -1, range: 0.6, level: -5, tilt: -1.4, breath: 0.4 },
  helplessness: { speed: 0.9, semitones: 0.7, range: 0.7, level: -3.5, tilt: -1, breath: 0.4, vibrato: 0.2 },
}

/**
 * The styles. A shout is higher, brighter and slower than speech (Liénard and Di Benedetto 1999; Traunmüller and
 * Eriksson 2000, whose loudest speakers were far louder still). A whisper is 15 dB below speech and more in life
 * (Traunmüller and Eriksson), which few would hear in a video. What is sung keeps each note.
 */
const STYLES: Readonly<Record<Style, Partial<Delivery>>> = {
  shouting: { speed: 0.9, semitones: 4, range: 1.15, level: 6, tilt: 3, breath: -0.4 },
  whispering: { speed: 0.95, level: -8 },
  singing: { speed: 0.7, semitones: 2, range: 1.7, level: 1, vibrato: 0.4 },
}

/** Emotions and prosody tags pile up; beyond these nobody speaks. */
const LIMITS: Readonly<Record<keyof Delivery, readonly [least: number, most: number]>> = {
  speed: [0.5, 2],
  semitones: [-5, 6],
  range: [0.4, 2],
  level: [-10, 8],
  tilt: [-2, 3.5],
  breath: [-0.5, 0.8],
  vibrato: [0, 0.5],
}

/** How an emotion and a style together, and the prosody asked for besides, are said. */
export function deliveryOf(
  emotion: Emotion | null,
  style: Style | null,
  prosody: Partial<Delivery>[],
): Delivery {
  const parts = [emotion ? EMOTIONS[emotion] : {}, style ? STYLES[style] : {}, ...prosody]
  const product = (key: keyof Delivery) =>
    within(
      key,
      parts.reduce((all, part) => all * (part[key] ?? 1), 1),
    )
  const sum = (key: keyof Delivery) =>
    within(
      key,
      parts.reduce((all, part) => all + (part[key] ?? 0), 0),
    )
  return {
    speed: product('speed'),
    semitones: sum('semitones'),
    range: product('range'),
    level: sum('level'),
    tilt: sum('tilt'),
    breath: sum('breath'),
    vibrato: sum('vibrato'),
  }
}

function within(key: keyof Delivery, value: number): number {
  const [least, most] = LIMITS[key]
  return Math.max(least, Math.min(most, value))
}
