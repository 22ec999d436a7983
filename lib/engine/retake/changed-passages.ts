import { type RunIdentity, type SpokenRun, silenceBetween } from '../speech/timeline'
import { VOICE_RATE } from '../speech/voice/vocoder'
import { PACKET, ROOM, samplesAt } from './grid'

type Range = { from: number; to: number }

/** Runs of a film in whose place come others, or none. */
export type Passage = { old: Range; fresh: Range }

/** A run that is said before and after, by its places. */
type Pair = { old: number; fresh: number }

/**
 * What of a film must be said anew for it to say something else: as little as can be, but from one silence that is long
 * enough to cut in to another. Null where that is all of it.
 */
export function changedPassages(
  before: readonly SpokenRun[],
  after: readonly RunIdentity[],
): Passage[] | null {
  let pairs = commonRuns(before, after)
  for (;;) {
    const kept = pairs.filter((_, i) => canBeCutOut(pairs, i, before, after))
    if (kept.length === 0) return null
    if (kept.length === pairs.length) return passagesBetween(kept, before, after)
    pairs = kept
  }
}

/** The longest sequence of runs that both have, in order. */
function commonRuns(before: readonly RunIdentity[], after: readonly RunIdentity[]): Pair[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let o = before.length - 1; o >= 0; o--) {
    for (let n = after.length - 1; n >= 0; n--) {
      const same = before[o].key === after[n].key
      lengths[o][n] = same ? lengths[o + 1][n + 1] + 1 : Math.max(lengths[o + 1][n], lengths[o][n + 1])
    }
  }
  const pairs: Pair[] = []
  for (let o = 0, n = 0; o < before.length && n < after.length; ) {
    if (before[o].key === after[n].key) pairs.push({ old: o++, fresh: n++ })
    else if (lengths[o + 1][n] >= lengths[o][n + 1]) o++
    else n++
  }
  return pairs
}

/** Whether a run goes on into the next one as it did. */
function goesOn(
  pair: Pair,
  next: Pair | undefined,
  before: readonly RunIdentity[],
  after: readonly RunIdentity[],
): boolean {
  if (!next) return pair.old === before.length - 1 && pair.fresh === after.length - 1
  const follows = next.old === pair.old + 1 && next.fresh === pair.fresh + 1
  return follows && before[pair.old].pause === after[pair.fresh].pause
}

/** Whether there is silence to cut in, then and now, on each side of a run where something else is said. */
function canBeCutOut(
  pairs: readonly Pair[],
  i: number,
  before: readonly SpokenRun[],
  after: readonly RunIdentity[],
): boolean {
  const { old, fresh } = pairs[i]
  const previous = pairs[i - 1]
  const isFirst = old === 0 && fresh === 0
  const joinsPrevious = previous ? goesOn(previous, pairs[i], before, after) : isFirst
  const roomBefore = () => {
    const silence = samplesAt(before[old].start) - samplesAt(before[old - 1]?.end ?? 0)
    const isOpening = old === 0 && silence >= 2 * PACKET
    return (isOpening || silence >= ROOM) && (fresh === 0 || hasRoom(after[fresh - 1]))
  }
  const roomAfter = () => {
    const next = before[old + 1]
    const silence = next ? samplesAt(next.start) - samplesAt(before[old].end) : ROOM
    return silence >= ROOM && (fresh === after.length - 1 || hasRoom(after[fresh]))
  }
  return (joinsPrevious || roomBefore()) && (goesOn(pairs[i], pairs[i + 1], before, after) || roomAfter())
}

function hasRoom({ pause }: RunIdentity): boolean {
  return silenceBetween(pause) * VOICE_RATE >= ROOM
}

function passagesBetween(
  pairs: readonly Pair[],
  before: readonly RunIdentity[],
  after: readonly RunIdentity[],
): Passage[] {
  const passages: Passage[] = []
  const first = pairs[0]
  if (first.old > 0 || first.fresh > 0) {
    passages.push({ old: { from: 0, to: first.old }, fresh: { from: 0, to: first.fresh } })
  }
  for (const [i, pair] of pairs.entries()) {
    const next = pairs[i + 1]
    if (goesOn(pair, next, before, after)) continue
    passages.push({
      old: { from: pair.old + 1, to: next?.old ?? before.length },
      fresh: { from: pair.fresh + 1, to: next?.fresh ?? after.length },
    })
  }
  return passages
}
