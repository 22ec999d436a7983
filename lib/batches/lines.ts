import { MAX_AUDIO_SECONDS, MAX_SCRIPT_CHARACTERS } from '@/lib/boson/limits'
import { speechSeconds } from '@/lib/captions/speech-seconds'
import { readCsv } from './read-csv'
import { MAX_TITLE_CHARACTERS } from './schema'

/** A table as somebody has it: its columns by name, its rows by cell. */
export type Table = { columns: string[]; rows: string[][] }

/** What a column can be for. */
export type Role = 'title' | 'line' | 'voice'
/** The column of each role, by number; null for none. */
export type Mapping = Record<Role, number | null>

/** What columns are called in English and German. */
const NAMES: Record<Role, RegExp> = {
  title:
    /^(full |first |voll|vor)?(name|title|titel|überschrift|betreff|subject|video ?name|recipient|empfänger(in)?)$/i,
  line: /^(lines?|texte?|scripts?|skript|input|words|message|sentence|nachricht|zeile|satz|sprechtext|wortlaut|inhalt)$/i,
  voice: /^(voice|speaker|stimme|sprecher(in)?)$/i,
}
const ROLES = ['title', 'line', 'voice'] as const

const isHeader = (cells: string[]) =>
  cells.some((cell) => ROLES.some((role) => NAMES[role].test(cell))) && cells.every((cell) => cell !== '')

/** A table from the text of a file or of the clipboard. Columns nobody named have an empty name. */
export function readTable(text: string): Table {
  const [first = [], ...rest] = readCsv(text, isHeader)
  return isHeader(first)
    ? { columns: first, rows: rest }
    : { columns: first.map(() => ''), rows: [first, ...rest].filter((cells) => cells.length > 0) }
}

/** Which column is what, by its name; of columns without names the last holds the lines, the first the titles. */
export function mapColumns({ columns }: Table): Mapping {
  const named = (role: Role) => {
    const found = columns.findIndex((name) => NAMES[role].test(name))
    return found === -1 ? null : found
  }
  if (columns.some((name) => name !== ''))
    return { title: named('title'), line: named('line'), voice: named('voice') }
  return { title: columns.length > 1 ? 0 : null, line: columns.length - 1, voice: null }
}

/** `{name}` in a line for all rows. */
const PLACEHOLDER = /\{([^{}\n]+)\}/g

/** The line of a row: its own cells in the places of the columns that the template names; an empty cell leaves the name. */
export function fillIn(template: string, columns: string[], cells: string[]): string {
  return template.replace(PLACEHOLDER, (whole, name: string) => {
    const column = columnNamed(columns, name)
    return cells[column] || whole
  })
}

/** What a template names that is no column. */
export function unknownPlaceholders(template: string, columns: string[]): string[] {
  return [...template.matchAll(PLACEHOLDER)]
    .map(([, name = '']) => name.trim())
    .filter((name) => columnNamed(columns, name) === -1)
}

function namesColumn(text: string, column: string): boolean {
  return [...text.matchAll(PLACEHOLDER)].some(([, name = '']) => columnNamed([column], name) === 0)
}

function columnNamed(columns: string[], name: string): number {
  const plain = (text: string) => text.trim().toLowerCase()
  return columns.findIndex((column) => column !== '' && plain(column) === plain(name))
}

/** One video to be: what the table says, and what somebody wrote over it. */
export type Line = { title: string; input: string; voice: string }

export type LineSource = {
  table: Table
  mapping: Mapping
  /** One line for all rows, where no column holds them. */
  template: string
}

/** What each row of a table comes to. */
export function linesOf({ table, mapping, template }: LineSource): Line[] {
  const cell = (cells: string[], column: number | null) => (column === null ? '' : (cells[column] ?? ''))
  return table.rows.map((cells) => ({
    title: cell(cells, mapping.title),
    input: mapping.line === null ? fillIn(template, table.columns, cells) : cell(cells, mapping.line),
    voice: cell(cells, mapping.voice),
  }))
}

/** What is wrong with a line, so that it cannot be sent. */
export type Fault = 'empty' | 'blank' | 'tooLong' | 'tooManyCharacters' | 'titleTooLong' | 'unknownVoice'

/** A foretold length may be off by this much; beyond it the studio would refuse the line. */
const TOLERANCE = 1.12

/** @param columns of the table, where the line comes of a template and may still name one */
export function faultOf(line: Line, voices: readonly Voice[], columns: string[] = []): Fault | null {
  const seconds = speechSeconds(line.input)
  if (seconds === 0) return 'empty'
  if (columns.some((name) => name !== '' && namesColumn(line.input, name))) return 'blank'
  if ([...line.input].length > MAX_SCRIPT_CHARACTERS) return 'tooManyCharacters'
  if (seconds > MAX_AUDIO_SECONDS * TOLERANCE) return 'tooLong'
  if (line.title.length > MAX_TITLE_CHARACTERS) return 'titleTooLong'
  return line.voice !== '' && voiceNamed(line.voice, voices) === undefined ? 'unknownVoice' : null
}

export type Voice = { id: string; name: string }

/** A voice by its id, or by its name as people write it. */
export function voiceNamed(text: string, voices: readonly Voice[]): Voice | undefined {
  const plain = text.trim().toLowerCase()
  return voices.find(({ id, name }) => id.toLowerCase() === plain || name.toLowerCase() === plain)
}
