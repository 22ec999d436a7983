import type { Driver } from './speeches'
import type { Likeness } from './watch-video'

/** What was measured of one video. */
export type Row = {
  portrait: string
  voice: string
  driver: Driver
  /** Correlation of the mouth with the phones, at once and at the lag, in seconds, at which it is highest. */
  now: number
  best: number
  lagSeconds: number
  /** Shares: of p b m seen closed, and of vowels seen shut. */
  closed: number
  shut: number
  identity: Likeness
  /** Pixels. */
  holes: number
  /** Levels. */
  flash: number
  background: number
  blinksPerMinute: number
  /** Degrees. */
  headRange: { yaw: number; pitch: number; roll: number }
  /** Seconds of work to a second of video, seconds to the first fragment, most memory in MB. */
  pace: number
  first: number
  megabytes: number
}

/** What an avatar has to reach (issue 5): of a script, and of a recording, its own voice's or a person's. */
export const BARS = {
  script: { r: 0.8, closed: 0.95 },
  sound: { r: 0.72, closed: 0.8 },
  lagSeconds: 0.04,
  /** Of the frames in which the eyes are open. */
  identity: 0.9,
  holes: 0,
  flash: 3,
}

/** All rows of a portrait in one: means over its videos, but the worst of what must never happen. */
export type Verdict = {
  portrait: string
  script: { r: number; closed: number }
  sound: { r: number; closed: number }
  lagSeconds: number
  identity: Likeness
  holes: number
  flash: number
  background: number
  /** Bars it misses, in words; none where it meets them all. */
  missed: string[]
}

/** Judges each portrait by its rows. */
export function verdicts(rows: readonly Row[]): Verdict[] {
  const portraits = [...new Set(rows.map(({ portrait }) => portrait))]
  return portraits.map((portrait) => judge(rows.filter((row) => row.portrait === portrait)))
}

function judge(rows: readonly Row[]): Verdict {
  const speech = (videos: readonly Row[]) => ({
    r: mean(videos.map(({ best }) => best)),
    closed: mean(videos.map(({ closed }) => closed)),
  })
  const most = (of: (row: Row) => number) => Math.max(...rows.map(of))
  const found = {
    portrait: rows[0].portrait,
    script: speech(rows.filter(({ driver }) => driver === 'script')),
    sound: speech(rows.filter(({ driver }) => driver !== 'script')),
    lagSeconds: most(({ lagSeconds }) => Math.abs(lagSeconds)),
    identity: {
      mean: mean(rows.map(({ identity }) => identity.mean)),
      min: -most(({ identity }) => -identity.min),
      awake: -most(({ identity }) => -identity.awake),
    },
    holes: most(({ holes }) => holes),
    flash: most(({ flash }) => flash),
    background: mean(rows.map(({ background }) => background)),
  }
  return { ...found, missed: missedBy(found) }
}

function missedBy(found: Omit<Verdict, 'missed'>): string[] {
  const { script, sound, identity } = found
  const misses: [string, boolean][] = [
    ['lips from text', script.r < BARS.script.r],
    ['closures from text', script.closed < BARS.script.closed],
    ['lips from sound', sound.r < BARS.sound.r],
    ['closures from sound', sound.closed < BARS.sound.closed],
    ['lag', found.lagSeconds > BARS.lagSeconds],
    ['identity', identity.awake < BARS.identity],
    ['holes', found.holes > BARS.holes],
    ['flash', found.flash > BARS.flash],
  ]
  return misses.flatMap(([name, missed]) => (missed ? [name] : []))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
