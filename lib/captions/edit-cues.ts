import type { Cue } from '@/lib/boson/schemas'
import { SHORTEST_CUE } from './cues'

/** How long a caption is that somebody adds, where there is room, in seconds. */
const ADDED_SECONDS = 2

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000

/** Two captions out of one, its text parted at a character and its time in proportion; the same list where one part is empty. */
export function splitCue(cues: readonly Cue[], index: number, at: number): Cue[] {
  const { start, end, text } = cues[index]
  const [first, second] = [text.slice(0, at).trim(), text.slice(at).trim()]
  const middle = rounded(start + ((end - start) * first.length) / (first.length + second.length || 1))
  const tooShort = middle - start < SHORTEST_CUE || end - middle < SHORTEST_CUE
  if (!first || !second || tooShort) return [...cues]
  return cues.toSpliced(index, 1, { start, end: middle, text: first }, { start: middle, end, text: second })
}

/** A caption and the one after it as one. */
export function mergeCue(cues: readonly Cue[], index: number): Cue[] {
  const [one, next] = [cues[index], cues[index + 1]]
  if (!next) return [...cues]
  return cues.toSpliced(index, 2, {
    start: one.start,
    end: next.end,
    text: `${one.text} ${next.text}`.trim(),
  })
}

/** Moves one end of a caption in time, as far as its neighbours and the video let it. */
export function moveEdge(
  cues: readonly Cue[],
  index: number,
  edge: 'start' | 'end',
  to: number,
  seconds: number,
): Cue[] {
  const cue = cues[index]
  const [least, most] =
    edge === 'start'
      ? [cues[index - 1]?.end ?? 0, cue.end - SHORTEST_CUE]
      : [cue.start + SHORTEST_CUE, cues[index + 1]?.start ?? seconds]
  return cues.with(index, { ...cue, [edge]: rounded(Math.max(least, Math.min(most, to))) })
}

/** An empty caption at a moment; null where there is no room for one. */
export function addCue(
  cues: readonly Cue[],
  at: number,
  seconds: number,
): { cues: Cue[]; index: number } | null {
  const index = cues.findIndex(({ end }) => end > at)
  const place = index === -1 ? cues.length : index
  const start = rounded(Math.max(at, cues[place - 1]?.end ?? 0))
  const end = rounded(Math.min(start + ADDED_SECONDS, cues[place]?.start ?? seconds))
  if (end - start < SHORTEST_CUE) return null
  return { cues: cues.toSpliced(place, 0, { start, end, text: '' }), index: place }
}
