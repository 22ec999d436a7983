import type { Phone, Utterance } from '@/lib/engine/types'
import { SILENCE } from './alphabet'
import { isPause } from './phone-times'
import { fadeEnds } from './voice/mastering'

/** Seconds of a run kept before its first phone and after its last: room for onset and release. */
const ONSET_ROOM = 0.06
const RELEASE_ROOM = 0.08
const FADE = 0.012
/** Silence before the first word and after the last. */
export const OPENING = 0.12
export const CLOSING = 0.3

/** Sound of one run with its phones, times from its own start. */
export type RunSound = { samples: Float32Array; phones: Phone[] }

/** Joins runs with silences of given length, without clicks, into one sound whose phones cover it without gaps. */
export class Timeline {
  private readonly pieces: Float32Array[] = []
  private readonly phones: Phone[] = []
  private length = 0

  constructor(private readonly sampleRate: number) {}

  get seconds(): number {
    return this.length / this.sampleRate
  }

  /** @param pause seconds of silence from the last sound of the run before to the first of this one. */
  add(run: RunSound, pause: number): void {
    const spoken = run.phones.filter((phone) => !isPause(phone))
    if (spoken.length === 0) return
    const begins = Math.max(0, spoken[0].start - ONSET_ROOM)
    const ends = Math.min(run.samples.length / this.sampleRate, spoken[spoken.length - 1].end + RELEASE_ROOM)
    const wanted = this.length === 0 ? OPENING : pause - RELEASE_ROOM
    this.silence(Math.max(0, wanted - (spoken[0].start - begins)))
    const piece = run.samples.slice(this.index(begins), this.index(ends))
    fadeEnds(piece, this.sampleRate, FADE)
    const shift = this.seconds - this.index(begins) / this.sampleRate
    for (const { symbol, start, end } of run.phones) {
      if (end > begins && start < ends) {
        this.extend({ symbol, start: Math.max(start, begins) + shift, end: Math.min(end, ends) + shift })
      }
    }
    this.push(piece)
  }

  /** The whole, its last silence made up to a decent length. */
  finish(): Utterance {
    this.silence(CLOSING - RELEASE_ROOM)
    const samples = new Float32Array(this.length)
    let at = 0
    for (const piece of this.pieces) {
      samples.set(piece, at)
      at += piece.length
    }
    const last = this.phones.at(-1)
    if (last) last.end = this.seconds
    return { samples, sampleRate: this.sampleRate, phones: this.phones }
  }

  private silence(seconds: number): void {
    const start = this.seconds
    this.push(new Float32Array(Math.max(0, this.index(seconds))))
    if (this.seconds > start) this.extend({ symbol: SILENCE, start, end: this.seconds })
  }

  /** Appends a phone where the one before it ends; a silence after a pause lengthens the pause. */
  private extend(phone: Phone): void {
    const before = this.phones.at(-1)
    const start = before?.end ?? 0
    if (phone.end <= start) return
    if (before && isPause(before) && phone.symbol === SILENCE) before.end = phone.end
    else this.phones.push({ ...phone, start })
  }

  private push(piece: Float32Array): void {
    this.pieces.push(piece)
    this.length += piece.length
  }

  private index(seconds: number): number {
    return Math.round(seconds * this.sampleRate)
  }
}
