import { normal } from '@/lib/engine/motion/random'
import { MEL_SAMPLE_RATE } from '@/lib/engine/visemes/log-mel'

/** A pluck, a note held, or a drum, as it sounds so many seconds after it began. */
type Note = { start: number; sound: (age: number) => number }

/** Music, hum, hiss, gusts or knocks, at about the level of speech: what a mouth must not move for. */
export function notSpeech(seconds: number, random: () => number): Float32Array {
  const kinds = [music, music, music, hum, gusts]
  return kinds[Math.floor(random() * kinds.length)](Math.round(seconds * MEL_SAMPLE_RATE), random)
}

/** Notes of one instrument in a scale, one to three at a time, over a bass, with or without drums. */
export function music(length: number, random: () => number): Float32Array {
  const between = (low: number, high: number) => low + random() * (high - low)
  const beat = between(0.12, 0.6)
  const instrument = randomInstrument(random)
  const bass = randomInstrument(random)
  const root = between(80, 260)
  const drums = random() < 0.5
  const notes: Note[] = []
  for (let start = 0; start * MEL_SAMPLE_RATE < length; start += beat) {
    const voices = random() < 0.85 ? 1 + Math.floor(random() * 3) : 0
    for (let voice = 0; voice < voices; voice++)
      notes.push({ start, sound: instrument(pitch(2 * root, random)) })
    if (random() < 0.4) notes.push({ start, sound: bass(root / 2) })
    if (drums && random() < 0.7) notes.push({ start, sound: drum(random) })
  }
  return play(notes, length)
}

const SCALE = [0, 2, 4, 5, 7, 9, 11, 12, 14, 16]
const pitch = (root: number, random: () => number) =>
  root * 2 ** (SCALE[Math.floor(random() * SCALE.length)] / 12)

/** Harmonics of some slope, that ring on or are held, perhaps with vibrato. */
function randomInstrument(random: () => number): (hertz: number) => (age: number) => number {
  const slope = 0.7 + 1.6 * random()
  const decay = random() < 0.5 ? 1 + 8 * random() : 0
  const held = 0.15 + 0.5 * random()
  const vibrato = random() < 0.4 ? 0.006 : 0
  return (hertz) => {
    const harmonics = Math.min(14, Math.floor(7000 / hertz))
    return (age) => {
      if (decay === 0 && age > held + 0.08) return 0
      const envelope =
        decay > 0 ? Math.exp(-decay * age) : Math.min(1, age / 0.04, (held + 0.08 - age) / 0.08)
      const phase = 2 * Math.PI * hertz * (age + (vibrato * Math.sin(2 * Math.PI * 5.5 * age)) / 5.5)
      let sum = 0
      for (let k = 1; k <= harmonics; k++) sum += Math.sin(k * phase) / k ** slope
      return envelope * sum
    }
  }
}

function drum(random: () => number): (age: number) => number {
  const decay = 8 + 50 * random()
  const tone = 60 + 200 * random()
  const noise = random()
  return (age) =>
    Math.exp(-decay * age) * (noise * normal(random) + (1 - noise) * 3 * Math.sin(2 * Math.PI * tone * age))
}

/** Seconds after which a note is let go. */
const LONGEST_NOTE = 1.2

function play(notes: readonly Note[], length: number): Float32Array {
  const sum = new Float32Array(length)
  for (const { start, sound } of notes) {
    const first = Math.round(start * MEL_SAMPLE_RATE)
    const last = Math.min(length, first + LONGEST_NOTE * MEL_SAMPLE_RATE)
    for (let i = first; i < last; i++) sum[i] += 0.05 * sound((i - first) / MEL_SAMPLE_RATE)
  }
  return sum
}

function hum(length: number, random: () => number): Float32Array {
  const hertz = 40 + 260 * random()
  const hiss = random() * 0.3
  return Float32Array.from({ length }, (_, i) => {
    const phase = (2 * Math.PI * hertz * i) / MEL_SAMPLE_RATE
    return (
      0.2 * (Math.sin(phase) + 0.4 * Math.sin(2 * phase) + 0.3 * Math.sin(5 * phase) + hiss * normal(random))
    )
  })
}

/** Noise of some colour that swells or knocks some times a second. */
function gusts(length: number, random: () => number): Float32Array {
  const period = 0.15 + 1.2 * random()
  const decay = random() < 0.3 ? 0 : 3 + 12 * random()
  const pole = random() < 0.4 ? 0 : 0.97 * random()
  let low = 0
  return Float32Array.from({ length }, (_, i) => {
    low = pole * low + normal(random)
    return 0.1 * (1 - pole) * low * Math.exp(-decay * ((i / MEL_SAMPLE_RATE) % period))
  })
}
