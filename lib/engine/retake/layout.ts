import type { SpokenPiece } from '../speech/timeline'
import type { Passage } from './changed-passages'
import type { RecordedRun } from './film-record'
import { FRAME, PACKET, packetAfter, packetBefore, ROOM, STEP, samplesAt } from './grid'

type Range = { from: number; to: number }

/** What stays of a film. Packets and frames are numbered as in the old film. */
export type Kept = {
  kind: 'kept'
  /** Where its packets and frames begin to be the old film's, and those that are not any more. */
  packets: Range
  frames: Range
  /** How many samples later it comes than it did; a multiple of `STEP`. */
  shift: number
  runs: Range
}

/** What is made anew. Packets and frames are numbered as in the new film. */
export type Fresh = {
  kind: 'fresh'
  packets: Range
  frames: Range
  passage: Passage
  piece: SpokenPiece
  /** The sample of the new film at which the piece begins. */
  at: number
  /** Frames at either end in which lips still move as in the old film. */
  margin: number
}

/** A film of old and new: both by turns, from its beginning to its end. */
export type Layout = { segments: (Kept | Fresh)[]; frames: number }

type OldFilm = { runs: readonly RecordedRun[]; frames: number }

/** Frames in which a head passes from one film into the other; out of the old one and back takes twice that. */
export const PASSAGE_FRAMES = 15
const LEAST_FRAMES = 2 * PASSAGE_FRAMES

/** The packet with which every film's sound begins: it only prepares the decoder. */
export const PRIMING_PACKET = -1

/**
 * Lays passages that were said anew between what stays. Pauses give or take some hundredths of a second, so that
 * everything stays on the grid.
 */
export function layOut(film: OldFilm, said: readonly { passage: Passage; piece: SpokenPiece }[]): Layout {
  const layout = cutTightly(film, said)
  giveRoom(layout.segments)
  return layout
}

function cutTightly(film: OldFilm, said: readonly { passage: Passage; piece: SpokenPiece }[]): Layout {
  const { runs } = film
  const segments: (Kept | Fresh)[] = []
  let shift = 0
  let kept = { run: 0, packet: PRIMING_PACKET, frame: 0 }
  let frames = film.frames
  const keep = (to: { run: number; packet: number; frame: number }) => {
    if (to.run === kept.run) return
    segments.push({
      kind: 'kept',
      packets: { from: kept.packet, to: to.packet },
      frames: { from: kept.frame, to: to.frame },
      shift,
      runs: { from: kept.run, to: to.run },
    })
  }
  for (const { passage, piece } of said) {
    const { from, to } = passage.old
    // Where the old film falls silent, and where it goes on.
    const left = from === 0 ? 0 : samplesAt(runs[from - 1].end)
    const right = to < runs.length ? samplesAt(runs[to].start) : null
    const begins = from === 0 ? { packet: PRIMING_PACKET, frame: 0 } : cutAfter(left)
    keep({ run: from, ...begins })
    const place = placeOf(piece, { left, right, shift, opens: from === 0 })
    const ends = right === null ? null : cutBefore(right)
    frames = Math.ceil((place.at + piece.samples.length) / FRAME)
    segments.push({
      kind: 'fresh',
      packets: {
        from: begins.packet + packetsIn(shift),
        to: ends ? ends.packet + packetsIn(place.shift) : Number.POSITIVE_INFINITY,
      },
      frames: {
        from: begins.frame + framesIn(shift),
        to: ends ? ends.frame + framesIn(place.shift) : frames,
      },
      passage,
      piece,
      at: place.at,
      margin: 0,
    })
    if (!ends) return { segments, frames }
    shift = place.shift
    kept = { run: to, ...ends }
    frames = film.frames + framesIn(shift)
  }
  keep({ run: runs.length, packet: Number.POSITIVE_INFINITY, frame: film.frames })
  return { segments, frames }
}

export const packetsIn = (samples: number) => samples / PACKET
export const framesIn = (samples: number) => samples / FRAME

/** Where little or nothing is said between what stays, a head needs time from what surrounds it. In place. */
function giveRoom(segments: readonly (Kept | Fresh)[]): void {
  for (const [i, fresh] of segments.entries()) {
    const [before, behind] = [segments[i - 1], segments[i + 1]]
    if (fresh.kind !== 'fresh' || before?.kind !== 'kept' || behind?.kind !== 'kept') continue
    const missing = Math.ceil((LEAST_FRAMES - (fresh.frames.to - fresh.frames.from)) / 2)
    const spare = Math.min(...[before, behind].map(({ frames }) => Math.floor((frames.to - frames.from) / 2)))
    fresh.margin = Math.max(0, Math.min(missing, spare))
    before.frames.to -= fresh.margin
    behind.frames.from += fresh.margin
    fresh.frames.from -= fresh.margin
    fresh.frames.to += fresh.margin
  }
}

/** Where a film that falls silent at a sample can be left. */
function cutAfter(sample: number) {
  return { packet: packetAfter(sample), frame: Math.ceil(sample / FRAME) }
}

/** Where a film can be come back to in which something is heard from a sample on. Lips move a frame before. */
function cutBefore(sample: number) {
  return { packet: packetBefore(sample), frame: Math.max(0, Math.floor(sample / FRAME) - 1) }
}

/** Where a piece begins, and how far what comes after it moves. */
function placeOf(
  piece: SpokenPiece,
  { left, right, shift, opens }: { left: number; right: number | null; shift: number; opens: boolean },
): { at: number; shift: number } {
  const start = left + shift
  if (right === null) return { at: start, shift }
  const exact = start + piece.samples.length - right
  const first = piece.runs.at(0)
  const last = piece.runs.at(-1)
  for (let after = STEP * Math.round(exact / STEP); ; after += STEP) {
    const at = start + (opens ? 0 : Math.floor((after - exact) / 2))
    const before = at + samplesAt(first?.start ?? 0) - start
    const behind = right + after - (at + samplesAt(last?.end ?? 0))
    const isLong = first ? (opens || before >= ROOM) && behind >= ROOM : right + after - start >= 2 * ROOM
    if (isLong) return { at, shift: after }
  }
}
