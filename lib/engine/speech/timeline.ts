import type { PerformanceSpan, Sound } from '@/lib/engine/types'
import { SILENCE } from './alphabet'
import { isPause, type SpokenPhone } from './phone-times'
import type { Manner } from './script'
import { fadeEnds } from './voice/mastering'

/** Seconds of a run kept before its first phone and after its last: room for onset and release. */
const ONSET_ROOM = 0.06
const RELEASE_ROOM = 0.08
const FADE = 0.012
/** Silence before the first word and after the last. */
export const OPENING = 0.12
export const CLOSING = 0.3

/** Sound of one run with its phones, times from its own start, and how it is said. */
export type RunSound = {
  samples: Float32Array
  phones: SpokenPhone[]
  manner: Pick<Manner, 'emotion' | 'style'>
  /** Absent for added voices, whose sounds nobody knows. */
  identity?: RunIdentity
}

/** What a run says and how: two with the same key sound the same. And the pause that was asked for behind it. */
export type RunIdentity = { key: string; pause: number }

/** A run, and from where to where it sounds. Between two of them there is nothing but silence. */
export type SpokenRun = RunIdentity & { start: number; end: number }

/** A stretch of speech, the times of its phones, its performance and its runs counted from its own start. */
export type SpokenPiece = Sound & {
  phones: SpokenPhone[]
  performance: PerformanceSpan[]
  /** Those whose identity is known. */
  runs: SpokenRun[]
}

/**
 * Joins runs with silences of given length, without clicks, into one sound whose phones cover it without gaps. The
 * sound can be taken piece by piece while it grows.
 */
export class Timeline {
  private pieces: Float32Array[] = []
  private phones: SpokenPhone[] = []
  private performance: PerformanceSpan[] = []
  private runs: SpokenRun[] = []
  private length = 0
  private taken = 0

  private readonly opening: number

  /** @param after seconds of pause behind words that were said before; where not given, none were */
  constructor(
    private readonly sampleRate: number,
    after?: number,
  ) {
    this.opening = after === undefined ? OPENING : after - RELEASE_ROOM
  }

  /** Seconds from the start of the whole sound. */
  get seconds(): number {
    return (this.taken + this.length) / this.sampleRate
  }

  /** Seconds added since the last `take`. */
  get untaken(): number {
    return this.length / this.sampleRate
  }

  /** @param pause seconds of silence from the last sound of the run before to the first of this one. */
  add(run: RunSound, pause: number): void {
    const spoken = run.phones.filter((phone) => !isPause(phone))
    if (spoken.length === 0) return
    const begins = Math.max(0, spoken[0].start - ONSET_ROOM)
    const ends = Math.min(run.samples.length / this.sampleRate, spoken[spoken.length - 1].end + RELEASE_ROOM)
    const before = this.untaken
    const wanted = this.taken + this.length === 0 ? this.opening : pause - RELEASE_ROOM
    this.silence(Math.max(0, wanted - (spoken[0].start - begins)))
    const piece = run.samples.slice(this.index(begins), this.index(ends))
    fadeEnds(piece, this.sampleRate, FADE)
    const shift = this.untaken - this.index(begins) / this.sampleRate
    for (const { start, end, ...phone } of run.phones) {
      if (end > begins && start < ends) {
        this.extend({ ...phone, start: Math.max(start, begins) + shift, end: Math.min(end, ends) + shift })
      }
    }
    const start = this.untaken
    this.push(piece)
    if (run.identity) this.runs.push({ ...run.identity, start, end: this.untaken })
    this.perform({ ...run.manner, start: before, end: this.untaken })
  }

  /** Makes the last silence up to a decent length. */
  close(): void {
    this.silence(CLOSING - RELEASE_ROOM)
  }

  /** Ends in the silence that another run would come after, where that pause is asked for. */
  closeBefore(pause: number): void {
    this.silence(silenceBetween(pause))
  }

  /** What was added since the last call, as a sound of its own: its phones' times count from its start. */
  take(): SpokenPiece {
    const samples = new Float32Array(this.length)
    let at = 0
    for (const piece of this.pieces) {
      samples.set(piece, at)
      at += piece.length
    }
    const last = this.phones.at(-1)
    if (last) last.end = this.untaken
    const { sampleRate, phones, performance, runs } = this
    const piece = { samples, sampleRate, phones, performance, runs }
    this.taken += this.length
    this.pieces = []
    this.phones = []
    this.performance = []
    this.runs = []
    this.length = 0
    return piece
  }

  private silence(seconds: number): void {
    const start = this.untaken
    this.push(new Float32Array(Math.max(0, this.index(seconds))))
    if (this.untaken > start) this.extend({ symbol: SILENCE, start, end: this.untaken, word: null })
  }

  /** Appends a phone where the one before it ends. */
  private extend(phone: SpokenPhone): void {
    const start = this.phones.at(-1)?.end ?? 0
    if (phone.end > start) append(this.phones, { ...phone, start })
  }

  private perform({ emotion, style, start, end }: PerformanceSpan): void {
    if (emotion || style) appendSpan(this.performance, { start, end, emotion, style })
  }

  private push(piece: Float32Array): void {
    this.pieces.push(piece)
    this.length += piece.length
  }

  private index(seconds: number): number {
    return Math.round(seconds * this.sampleRate)
  }
}

/** Seconds of silence between the sounds of two runs with a pause between their words. */
export function silenceBetween(pause: number): number {
  return Math.max(0, pause - RELEASE_ROOM - ONSET_ROOM)
}

/** Puts pieces of a {@link Timeline} together again. At least one is needed. */
export function joinPieces(pieces: readonly SpokenPiece[]): SpokenPiece {
  const { sampleRate } = pieces[0]
  const samples = new Float32Array(pieces.reduce((sum, piece) => sum + piece.samples.length, 0))
  const phones: SpokenPhone[] = []
  const runs: SpokenRun[] = []
  let at = 0
  for (const piece of pieces) {
    const shift = at / sampleRate
    samples.set(piece.samples, at)
    for (const phone of piece.phones) {
      append(phones, later(phone, shift))
    }
    runs.push(...piece.runs.map((run) => later(run, shift)))
    at += piece.samples.length
  }
  return { samples, sampleRate, phones, performance: joinPerformance(pieces), runs }
}

/** How pieces that follow each other are said, in seconds from the first one's start. */
function joinPerformance(pieces: readonly SpokenPiece[]): PerformanceSpan[] {
  const performance: PerformanceSpan[] = []
  let at = 0
  for (const piece of pieces) {
    for (const span of piece.performance) appendSpan(performance, later(span, at / piece.sampleRate))
    at += piece.samples.length
  }
  return performance
}

/** A silence after a pause lengthens the pause. */
function append(phones: SpokenPhone[], phone: SpokenPhone): void {
  const before = phones.at(-1)
  if (before && isPause(before) && phone.symbol === SILENCE) before.end = phone.end
  else phones.push(phone)
}

/** Seconds by which two spans of one performance that meet may seem apart, by rounding alone. */
const MEETING = 1e-6

/** Appends what follows; what is said in the same way without a break is one span. */
function appendSpan(spans: PerformanceSpan[], span: PerformanceSpan): void {
  const before = spans.at(-1)
  const meets = before && Math.abs(before.end - span.start) < MEETING
  if (meets && before.emotion === span.emotion && before.style === span.style) before.end = span.end
  else spans.push(span)
}

export function later<T extends { start: number; end: number }>(timed: T, shift: number): T {
  return { ...timed, start: timed.start + shift, end: timed.end + shift }
}
