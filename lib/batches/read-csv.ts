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

/** The records of a text; those without any words are left out. */
function split(text: string, delimiter: string | null, most = Number.POSITIVE_INFINITY): string[][] {
  const records: string[][] = []
  let cells: string[] = []
  let at = 0
  while (at < text.length && records.length < most) {
    const cell = readCell(text, at, delimiter)
    cells.push(cell.text)
    at = cell.end
    if (text[at] === delimiter && at < text.length) {
      at += 1
      if (at < text.length) continue
      cells.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    if (cells.some((text) => text !== '')) records.push(cells)
    cells = []
  }
  return records
}

/** One cell from `start` on, and where it ends. Between quotes it may hold anything, a quote doubled. */
function readCell(text: string, start: number, delimiter: string | null): { text: string; end: number } {
  const opening = /^ *"/.exec(text.slice(start, start + 20))?.[0].length
  if (delimiter !== null && opening) {
    const inside = /(?:[^"]|"")*/y
    inside.lastIndex = start + opening
    const quoted = inside.exec(text)?.[0] ?? ''
    const end = start + opening + quoted.length
    // A quote that nobody closed is one that belongs to the text.
    if (text[end] === '"') {
      const rest = readPlain(text, end + 1, delimiter)
      return { text: (quoted.replaceAll('""', '"') + rest.text).trim(), end: rest.end }
    }
  }
  return readPlain(text, start, delimiter)
}

function readPlain(text: string, start: number, delimiter: string | null): { text: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(start, end).trim(), end }
}
