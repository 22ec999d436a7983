import { framesIn, type Kept, type Layout } from './layout'

/** Frames of the new film, which begin with a picture that stands on its own. */
export type Range = { from: number; to: number }

/** Pictures of the old film that are used as they are, in the old film's numbers, and how far they move. */
export type Copied = Range & { shift: number }

/**
 * Which pictures are taken as they are encoded and which are drawn. A picture can be taken only together with all from
 * one that stands on its own up to the next such: the others are drawn, though they are as they were.
 * @param keys the old film's pictures that stand on their own, by number, in order
 */
export function picturesOf(
  { segments, frames }: Layout,
  keys: readonly number[],
  oldFrames: number,
): { copied: Copied[]; drawn: Range[] } {
  const copied = segments
    .filter((segment): segment is Kept => segment.kind === 'kept')
    .flatMap((kept): Copied[] => {
      const ends = [...keys, oldFrames]
      const from = keys.find((key) => key >= kept.frames.from)
      const to = ends.findLast((key) => key <= kept.frames.to)
      if (from === undefined || to === undefined || from >= to) return []
      return [{ from, to, shift: framesIn(kept.shift) }]
    })
  const drawn: Range[] = []
  let at = 0
  for (const { from, to, shift } of copied) {
    if (from + shift > at) drawn.push({ from: at, to: from + shift })
    at = to + shift
  }
  if (at < frames) drawn.push({ from: at, to: frames })
  return { copied, drawn }
}
