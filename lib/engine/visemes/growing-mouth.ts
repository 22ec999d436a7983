import { FPS, type MouthFrame, type PerformanceSpan, type Phone, type Sound } from '@/lib/engine/types'
import { mouthFromPhones } from './mouth-from-phones'

/** Seconds around a frame in which speech can move its mouth: `energy`, the smoothest of all, reaches 0.66 s. */
const REACH_SECONDS = 1
const REACH_FRAMES = REACH_SECONDS * FPS

/** Speech with its phones and its performance, seconds from its own start. */
type Piece = Sound & { phones: readonly Phone[]; performance: readonly PerformanceSpan[] }

/**
 * Mouth movement of speech that comes in pieces: `mouthFromPhones`, as far as it can be told already. What all pieces
 * give together is, to within rounding, what the whole would give at once.
 */
export class GrowingMouth {
  /** The speech around the frames still to come, from a second before them. Starts where a frame does. */
  private window: Piece = { samples: new Float32Array(0), sampleRate: 1, phones: [], performance: [] }
  /** Frames of the window that were given out. */
  private given = 0

  /** Takes the next piece. Returns the frames that nothing later can change. */
  add(piece: Piece): MouthFrame[] {
    this.window = join(this.window, piece)
    return this.give(Math.floor(this.frames) - REACH_FRAMES)
  }

  /** There is no more speech: returns the frames that remain, the last perhaps partly silent. */
  finish(): MouthFrame[] {
    return this.give(Math.ceil(this.frames))
  }

  private get frames(): number {
    return (this.window.samples.length * FPS) / this.window.sampleRate
  }

  private give(end: number): MouthFrame[] {
    if (end <= this.given) return []
    const { phones, performance } = this.window
    const mouth = mouthFromPhones(phones, this.window, Math.ceil(this.frames), performance)
    const frames = mouth.slice(this.given, end)
    const past = Math.max(0, end - REACH_FRAMES)
    this.window = from(this.window, past / FPS)
    this.given = end - past
    return frames
  }
}

function join(before: Piece, piece: Piece): Piece {
  const samples = new Float32Array(before.samples.length + piece.samples.length)
  samples.set(before.samples)
  samples.set(piece.samples, before.samples.length)
  const shift = before.samples.length / before.sampleRate
  return {
    samples,
    sampleRate: piece.sampleRate,
    phones: [...before.phones, ...piece.phones.map((phone) => later(phone, shift))],
    performance: [...before.performance, ...piece.performance.map((span) => later(span, shift))],
  }
}

/** What is left of speech from a second on; a phone that reaches over the cut is shortened. */
function from({ samples, sampleRate, phones, performance }: Piece, seconds: number): Piece {
  return {
    samples: samples.subarray(Math.round(seconds * sampleRate)),
    sampleRate,
    phones: phones.filter(({ end }) => end > seconds).map((phone) => later(phone, -seconds)),
    performance: performance.filter(({ end }) => end > seconds).map((span) => later(span, -seconds)),
  }
}

function later<Timed extends { start: number; end: number }>(timed: Timed, shift: number): Timed {
  return { ...timed, start: Math.max(0, timed.start + shift), end: timed.end + shift }
}
