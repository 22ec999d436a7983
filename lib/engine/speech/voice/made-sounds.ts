import { type Spectra, VOICE_RATE, vocode } from './vocoder'

/** Sounds other than speech that the vocoder makes of its own noise and pulses. */
export type MadeSound = 'sigh' | 'sniff' | 'humming'

const FRAMES_A_SECOND = 80
const BINS = 601
const BIN_HERTZ = VOICE_RATE / 2 / (BINS - 1)
/** Log magnitude of what is not heard. */
const SILENT = -20

/** A resonance: its middle and half its width in Hz, its height in nepers. */
type Resonance = readonly [hertz: number, width: number, nepers: number]

/** What a sound is like at a moment, by the share of it that has passed, 0…1. */
type Recipe = {
  seconds: number
  source: 'noise' | 'pulses'
  /** Nepers of its envelope over time. */
  level: (at: number) => number
  resonances: readonly Resonance[]
  /** Semitones above the voice's mean pitch. */
  melody?: (at: number) => number
  /** Phones whose mouth makes the sound, and the share of it each lasts. */
  mouth: readonly (readonly [symbol: string, share: number])[]
}

/**
 * A sigh is breath let out through an open mouth, most of it at once; a sniff two short draughts through the nose,
 * whose noise lies higher; humming three notes behind closed lips, whose murmur has its one strong resonance near
 * 250 Hz (Fujimura 1962, "Analysis of nasal consonants").
 */
const RECIPES: Readonly<Record<MadeSound, Recipe>> = {
  sigh: {
    seconds: 0.95,
    source: 'noise',
    level: (at) => Math.log(Math.sin(Math.PI * Math.sqrt(at)) + 1e-4) * 1.3,
    resonances: [
      [600, 250, 1.6],
      [1400, 300, 1.9],
      [2700, 450, 1.2],
    ],
    mouth: [
      ['h', 0.4],
      ['ə', 0.6],
    ],
  },
  sniff: {
    seconds: 0.5,
    source: 'noise',
    level: (at) => Math.log(Math.abs(Math.sin(2 * Math.PI * at)) * (at < 0.5 ? 0.5 : 1) + 1e-4),
    resonances: [
      [1100, 300, 0.8],
      [2400, 700, 1.8],
      [4600, 1200, 1.4],
    ],
    mouth: [['m', 1]],
  },
  humming: {
    seconds: 1.35,
    source: 'pulses',
    level: (at) => Math.log(Math.min(1, 12 * at, 6 * (1 - at)) + 1e-4) + 0.15 * Math.cos(6 * Math.PI * at),
    resonances: [
      [250, 120, 5],
      [1000, 250, 1.6],
      [2200, 350, 1],
    ],
    melody: (at) => [2, 5, 0][Math.min(2, Math.floor(3 * at))],
    mouth: [['m', 1]],
  },
}

export function isMade(sound: string): sound is MadeSound {
  return sound in RECIPES
}

/** How long a sound takes, in seconds. */
export function secondsOf(sound: MadeSound): number {
  return Math.round(RECIPES[sound].seconds * FRAMES_A_SECOND) / FRAMES_A_SECOND
}

/** What the mouth does while a sound is made: phones in seconds from its start, gapless. */
export function mouthOf(sound: MadeSound): { symbol: string; start: number; end: number }[] {
  const seconds = secondsOf(sound)
  let start = 0
  return RECIPES[sound].mouth.map(([symbol, share]) => {
    const phone = { symbol, start, end: start + share * seconds }
    start = phone.end
    return phone
  })
}

/**
 * Samples of a sound at 24 kHz, `secondsOf` it long, by no means at the level of speech. Same seed, same samples.
 * @param voice mean pitch in Hz, and factor on the formants, of the voice that makes it.
 */
export function makeSound(
  sound: MadeSound,
  voice: { hertz: number; formant: number },
  seed: number,
): Float32Array {
  const recipe = RECIPES[sound]
  const frames = Math.round(recipe.seconds * FRAMES_A_SECOND)
  const moments = Array.from({ length: frames }, (_, k) => (k + 0.5) / frames)
  const levels = moments.map(recipe.level)
  const colour = Float64Array.from({ length: BINS }, (_, b) => envelopeAt(recipe.resonances, b * BIN_HERTZ))
  const sounding = plane(frames, (b, k) => colour[b] + levels[k])
  const silent = plane(frames, () => SILENT)
  const zero = plane(frames, () => 0)
  const { melody } = recipe
  const spectra: Spectra = {
    frames,
    f0: Float32Array.from(moments, (at) => (melody ? voice.hertz * 2 ** (melody(at) / 12) : 0)),
    harmonic: recipe.source === 'pulses' ? sounding : silent,
    harmonicPhase: zero,
    noise: recipe.source === 'noise' ? sounding : silent,
    residual: silent,
    residualPhase: zero,
  }
  return vocode(spectra, { pitch: 1, range: 1, formant: voice.formant, breath: 0, whisper: false }, seed)
}

/** Log magnitude of resonances side by side, the loudest deciding, over a floor that falls 6 dB an octave. */
function envelopeAt(resonances: readonly Resonance[], hertz: number): number {
  const floor = -Math.log(Math.max(hertz, 100) / 100)
  const heights = resonances.map(
    ([middle, width, nepers]) => nepers - Math.log1p(((hertz - middle) / width) ** 2),
  )
  return Math.max(floor, ...heights)
}

function plane(frames: number, value: (bin: number, frame: number) => number): Float32Array {
  return Float32Array.from({ length: BINS * frames }, (_, i) => value(Math.floor(i / frames), i % frames))
}
