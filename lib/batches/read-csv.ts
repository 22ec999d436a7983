import Papa from 'papaparse'

/** Tables as people have them: CSV of any spreadsheet, in whatever encoding it wrote, or cells pasted from one. */

const DELIMITERS = ['\t', ';', ',', '|'] as const
/** Records a delimiter is judged by. */
const LOOKED_AT = 50
/** Of the records, so many must have as many cells as the first one. */
const MOST = 0.9
const EXCEL_SEPARATOR = /^sep=(.)(?:\r\n|\r|\n)/i

/** The text of a file: UTF-8, UTF-16 as Excel's “Unicode text” has it, or else Windows-1252, which older programs write. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * The cells of a table, trimmed; empty lines are left out, and every record is as long as the first. Where one has more
 * cells than that, its last ones are one text whose commas nobody put between quotes.
 * @param isHeader whether a first record names columns; then a delimiter is believed that prose could have, too
 */
export function readCsv(text: string, isHeader: (cells: string[]) => boolean): string[][] {
  const plain = text.replace(/^\ufeff/, '')
  const told = EXCEL_SEPARATOR.exec(plain)
  const delimiter = told?.[1] ?? guessDelimiter(plain, isHeader)
  const records = split(told ? plain.slice(told[0].length) : plain, delimiter)
  const width = records[0]?.length ?? 0
  return records.map((cells) => fitted(cells, width, delimiter))
}

function fitted(cells: string[], width: number, delimiter: string | null): string[] {
  if (cells.length > width)
    return [...cells.slice(0, width - 1), cells.slice(width - 1).join(`${delimiter} `)]
  return [...cells, ...Array<string>(width - cells.length).fill('')]
}

/** Null for a text without columns: one line each. */
function guessDelimiter(text: string, isHeader: (cells: string[]) => boolean): string | null {
  const likely = DELIMITERS.flatMap((delimiter) => {
    const records = split(text, delimiter, LOOKED_AT)
    const width = records[0]?.length ?? 0
    const alike = records.filter((cells) => cells.length >= width).length / Math.max(1, records.length)
    if (width < 2 || alike < MOST) return []
    const named = isHeader(records[0] ?? [])
    return named || !isProse(text, delimiter) ? [{ delimiter, width, named }] : []
  })
  likely.sort((a, b) => Number(b.named) - Number(a.named) || b.width - a.width)
  return likely[0]?.delimiter ?? null
}

/** Sentences have a space after each comma. */
function isProse(text: string, delimiter: string): boolean {
  return delimiter !== '\t' && !new RegExp(`\\${delimiter}(?! )`).test(text)
}

/** The records of a text, trimmed; those without any words are left out. Without a delimiter each line is a record. */
function split(text: string, delimiter: string | null, preview = 0): string[][] {
  const settings = { delimiter: delimiter ?? Papa.RECORD_SEP, skipEmptyLines: 'greedy' as const, preview }
  const asQuoted = delimiter === null ? null : Papa.parse<string[]>(text, settings)
  // A quote that nobody closed is one that belongs to the text.
  const isQuoted = asQuoted && !asQuoted.errors.some(({ code }) => code === 'MissingQuotes')
  const { data } = isQuoted ? asQuoted : Papa.parse<string[]>(text, { ...settings, fastMode: true })
  return data.map((cells) => cells.map((cell) => cell.trim()))
}
