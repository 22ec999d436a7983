import { cpus } from 'node:os'
import { type Column, markdownTable, ROW_COLUMNS, VERDICT_COLUMNS } from './columns'
import { DRIVERS, type Driver } from './speeches'
import { BARS, mean, type Row, type Verdict, verdicts } from './verdict'

/** The whole table as a page: who meets the bars, by portrait, and every video. @param date of the run, ISO 8601 */
export function resultsPage(rows: readonly Row[], date: string): string {
  const judged = verdicts(rows)
  const passed = judged.filter(({ missed }) => missed.length === 0)
  const alike = judged.filter(({ identity }) => identity.min >= BARS.identity)
  return `# Results

By \`npm run bench:avatar -- --write\` on ${date.slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}.
${rows.length} videos of 640 × 640; what each column is says \`table.ts\`. Seconds depend on what else the
machine does. Not edited by hand.

**${passed.length} of ${judged.length} portraits meet every bar.** ${missesOf(judged)} Likeness is judged while the eyes are open; with
blinks, ${alike.length} portraits stay at ${BARS.identity} or above. Settings were chosen while looking at these portraits, and the engine looks
at them with the mesh that measures lips here (decision 59): other faces may do worse.

## Portraits

Means over a portrait’s videos; of lag, least likeness, holes and flash the worst of them.

${markdownTable(VERDICT_COLUMNS, judged)}

## Voices and drivers

${markdownTable(GROUP_COLUMNS, groupsOf(rows))}

## Videos

${markdownTable(ROW_COLUMNS, rows)}
`
}

function missesOf(judged: readonly Verdict[]): string {
  const counts = new Map<string, number>()
  for (const name of judged.flatMap(({ missed }) => missed)) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size === 0) return ''
  const missed = [...counts].map(([name, count]) => `${name} by ${count}`)
  return `Missed: ${missed.join(', ')}.`
}

/** All videos of a voice by one driver. */
type Group = { voice: string; driver: Driver; rows: Row[] }

const GROUP_COLUMNS: Column<Group>[] = [
  ['voice', ({ voice }) => voice],
  ['driver', ({ driver }) => driver],
  ['videos', ({ rows }) => `${rows.length}`],
  ['r', ({ rows }) => mean(rows.map(({ best }) => best)).toFixed(2)],
  ['closed', ({ rows }) => `${(100 * mean(rows.map(({ closed }) => closed))).toFixed(0)}%`],
]

function groupsOf(rows: readonly Row[]): Group[] {
  const voices = [...new Set(rows.map(({ voice }) => voice))]
  const groups = voices.flatMap((voice) =>
    DRIVERS.map((driver) => ({
      voice,
      driver,
      rows: rows.filter((row) => row.voice === voice && row.driver === driver),
    })),
  )
  return groups.filter((group) => group.rows.length > 0)
}
