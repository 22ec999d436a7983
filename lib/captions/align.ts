import type { Cue } from '@/lib/boson/schemas'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import { splitPhrases } from './phrases'

/** A stretch of sound in which somebody speaks, in seconds. */
export type Span = { start: number; end: number }

const WINDOW_SECONDS = 0.02
/** Shorter silences lie within words. */
const SHORTEST_PAUSE = 0.22
const SHORTEST_SPEECH = 0.08
/** Of the loud windows' level: what is below is no speech. */
const QUIET_PART = 0.12
/** As far from where a phrase is expected to end a pause still counts as its end, in seconds. */
const REACH = 0.9

/** Where in a recording somebody speaks, by its level alone. */
export function speechSpans(samples: Float32Array, sampleRate: number): Span[] {
  const size = Math.round(WINDOW_SECONDS * sampleRate)
  const levels: number[] = []
  for (let from = 0; from + size <= samples.length; from += size) levels.push(level(samples, from, size))
  const loud = [...levels].sort((a, b) => a - b)[Math.floor(levels.length * 0.9)] ?? 0
  const spans: Span[] = []
  for (const [i, value] of levels.entries()) {
    if (value <= loud * QUIET_PART) continue
    const [start, end] = [i * WINDOW_SECONDS, (i + 1) * WINDOW_SECONDS]
    const last = spans.at(-1)
    if (last && start - last.end < SHORTEST_PAUSE) last.end = end
    else spans.push({ start, end })
  }
  return spans.filter(({ start, end }) => end - start >= SHORTEST_SPEECH)
}

function level(samples: Float32Array, from: number, size: number): number {
  let sum = 0
  for (let i = from; i < from + size; i++) sum += samples[i] * samples[i]
  return Math.sqrt(sum / size)
}

/**
 * Lays a transcript over a recording: each phrase gets a share of the time in which somebody speaks, and ends in a pause
 * where there is one nearby. Good to about a second; what a person corrects is little.
 */
export function alignTranscript(text: string, spans: readonly Span[], seconds: number): Cue[] {
  const texts = splitPhrases(text.replace(/\s+/g, ' ').trim())
  const total = texts.reduce((sum, phrase) => sum + speechSeconds(phrase), 0)
  const spoken = spans.length > 0 ? spans : [{ start: 0, end: seconds }]
  if (total === 0) return []
  const cues: Cue[] = []
  let said = 0
  let start = spoken[0].start
  for (const [i, phrase] of texts.entries()) {
    said += speechSeconds(phrase)
    const isLast = i === texts.length - 1
    const cut = isLast ? { end: spoken[spoken.length - 1].end, next: 0 } : cutAt(spoken, said / total, start)
    cues.push({ start: milli(start), end: milli(cut.end), text: phrase.trim() })
    start = cut.next
  }
  return cues.filter((cue) => cue.end > cue.start)
}

/** Where a phrase ends and the next begins, after this part of the speech has been said: not before `from`. */
function cutAt(spans: readonly Span[], part: number, from: number): { end: number; next: number } {
  const expected = timeOf(spans, part)
  const pauses = spans.slice(1).map(({ start }, i) => ({ end: spans[i].end, next: start }))
  const distance = ({ end, next }: (typeof pauses)[number]) => Math.max(0, end - expected, expected - next)
  const near = pauses
    .filter((pause) => pause.end > from && distance(pause) <= REACH)
    .sort((a, b) => distance(a) - distance(b))
  const time = Math.max(expected, from)
  return near[0] ?? { end: time, next: time }
}

/** The moment at which this part of all speech has been heard. */
function timeOf(spans: readonly Span[], part: number): number {
  let left = part * spans.reduce((sum, { start, end }) => sum + end - start, 0)
  for (const { start, end } of spans) {
    if (left <= end - start) return start + left
    left -= end - start
  }
  return spans[spans.length - 1].end
}

const milli = (seconds: number) => Math.round(seconds * 1000) / 1000
