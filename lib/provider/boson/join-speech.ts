import 'server-only'
import type { Word } from '@/lib/boson/schemas'

/** PCM of the upstream: 16 bit, one channel. */
export const SAMPLE_RATE = 24_000

/** A part as it was spoken. Times of its words from its own start, null where they are not known. */
export type SpokenPart = { pcm: Int16Array; words: Word[] | null }

/** Silence between the end of one sentence and the start of the next, in seconds, as people read aloud. */
const PAUSE_S = 0.35
/** −50 dBFS, below which no speech is heard. */
const QUIET = 32768 * 10 ** (-50 / 20)

/** Seconds of silence to put between two parts: what they bring along at their ends counts. */
export function gapSeconds(before: Int16Array, after: Int16Array): number {
  const end = before.length - 1 - before.findLastIndex(isHeard)
  const start = after.findIndex(isHeard)
  return Math.max(0, PAUSE_S - (end + (start < 0 ? after.length : start)) / SAMPLE_RATE)
}

/** Parts one after the other, with pauses between them. The words are known where they are known of every part. */
export function joinSpeech(parts: SpokenPart[]): SpokenPart {
  const starts: number[] = []
  let length = 0
  for (const [i, { pcm }] of parts.entries()) {
    const before = parts[i - 1]
    if (before) length += Math.round(gapSeconds(before.pcm, pcm) * SAMPLE_RATE)
    starts.push(length)
    length += pcm.length
  }
  const pcm = new Int16Array(length)
  for (const [i, part] of parts.entries()) pcm.set(part.pcm, starts[i])
  const words = parts.map((part, i) => part.words && shifted(part.words, (starts[i] ?? 0) / SAMPLE_RATE))
  return { pcm, words: words.every((known) => known !== null) ? words.flat() : null }
}

function shifted(words: Word[], seconds: number): Word[] {
  return words.map(({ word, start, end }) => ({ word, start: start + seconds, end: end + seconds }))
}

function isHeard(sample: number): boolean {
  return Math.abs(sample) > QUIET
}
