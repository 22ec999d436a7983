import { BARS, type Row, type Verdict } from './verdict'

/** A heading, and what stands under it. */
export type Column<T> = [heading: string, cell: (of: T) => string]

/** Of one video. */
export const ROW_COLUMNS: Column<Row>[] = [
  ['portrait', ({ portrait }) => portrait],
  ['voice', ({ voice }) => voice],
  ['driver', ({ driver }) => driver],
  ['r', ({ now }) => now.toFixed(2)],
  ['best', ({ best }) => best.toFixed(2)],
  ['lag ms', ({ lagSeconds }) => (1000 * lagSeconds).toFixed(0)],
  ['closed', ({ closed }) => percent(closed)],
  ['shut', ({ shut }) => percent(shut)],
  ['same', ({ identity }) => identity.mean.toFixed(3)],
  ['awake', ({ identity }) => identity.awake.toFixed(3)],
  ['least', ({ identity }) => identity.min.toFixed(3)],
  ['holes', ({ holes }) => holes.toFixed(0)],
  ['flash', ({ flash }) => flash.toFixed(2)],
  ['backgr', ({ background }) => background.toFixed(2)],
  ['blinks', ({ blinksPerMinute }) => blinksPerMinute.toFixed(0)],
  ['yaw', ({ headRange }) => headRange.yaw.toFixed(1)],
  ['pitch', ({ headRange }) => headRange.pitch.toFixed(1)],
  ['roll', ({ headRange }) => headRange.roll.toFixed(1)],
  ['s/s', ({ pace }) => pace.toFixed(2)],
  ['first s', ({ first }) => first.toFixed(2)],
  ['MB', ({ megabytes }) => megabytes.toFixed(0)],
]

/** Of one portrait. */
export const VERDICT_COLUMNS: Column<Verdict>[] = [
  ['portrait', ({ portrait }) => portrait],
  [`text r ≥ ${BARS.script.r}`, ({ script }) => script.r.toFixed(2)],
  [`closed ≥ ${percent(BARS.script.closed)}`, ({ script }) => percent(script.closed)],
  [`sound r ≥ ${BARS.sound.r}`, ({ sound }) => sound.r.toFixed(2)],
  [`closed ≥ ${percent(BARS.sound.closed)}`, ({ sound }) => percent(sound.closed)],
  [`lag ≤ ${1000 * BARS.lagSeconds} ms`, ({ lagSeconds }) => (1000 * lagSeconds).toFixed(0)],
  ['same', ({ identity }) => identity.mean.toFixed(3)],
  [`awake ≥ ${BARS.identity}`, ({ identity }) => identity.awake.toFixed(3)],
  ['least', ({ identity }) => identity.min.toFixed(3)],
  [`holes ${BARS.holes}`, ({ holes }) => holes.toFixed(0)],
  [`flash ≤ ${BARS.flash}`, ({ flash }) => flash.toFixed(2)],
  ['backgr', ({ background }) => background.toFixed(2)],
  ['misses', ({ missed }) => missed.join(', ') || '–'],
]

/** One line of a table for a terminal; of headings where nothing is given. */
export function textLine(row?: Row): string {
  return ROW_COLUMNS.map(([heading, cell], i) => {
    const text = row ? cell(row) : heading
    return i === 0 ? text.padEnd(14) : i < 3 ? text.padEnd(10) : text.padStart(7)
  }).join('')
}

/** A table in Markdown. */
export function markdownTable<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [
    line(columns.map(([heading]) => heading)),
    line(columns.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`
}
