import fc from 'fast-check'
import { expect, it } from 'vitest'
import { faultOf, linesOf, mapColumns, readTable, unknownPlaceholders, voiceNamed } from './lines'
import { decodeTable, readCsv } from './read-csv'

const VOICES = [
  { id: 'nora', name: 'Nora' },
  { id: 'voice_1', name: 'Our narrator' },
]

/** What a text comes to when nobody changes anything. */
function read(text: string, template = '') {
  const table = readTable(text)
  const mapping = mapColumns(table)
  return { ...table, mapping, lines: linesOf({ table, mapping, template }) }
}
const line = (title: string, input: string, voice = '') => ({ title, input, voice })

it.each([
  ['commas', 'name,line\nAda,Hello Ada!\nBo,Hello Bo!'],
  ['semicolons, as Excel writes them in German', 'Name;Text\r\nAda;Hello Ada!\r\nBo;Hello Bo!\r\n'],
  ['tabs, as cells are pasted', 'Titel\tSkript\nAda\tHello Ada!\nBo\tHello Bo!\n'],
  ['bars, and old line ends', 'title|script\rAda|Hello Ada!\rBo|Hello Bo!'],
  [
    'a byte order mark, quotes and empty lines',
    '\ufeff"Name","Line"\n\n"Ada","Hello Ada!"\n ,\n"Bo","Hello Bo!"\n\n',
  ],
  ['a separator told to Excel', 'sep=^\nname^line\nAda^Hello Ada!\nBo^Hello Bo!'],
  ['columns in another order, and one more', 'id,Sprechtext,Vorname\n1,Hello Ada!,Ada\n2,Hello Bo!,Bo'],
])('a table with %s', (_, text) => {
  expect(read(text).lines).toEqual([line('Ada', 'Hello Ada!'), line('Bo', 'Hello Bo!')])
})

it('cells hold quotes, delimiters and line breaks; a comma nobody quoted stays in the line', () => {
  const text =
    'name,line\n"Ada, Countess","She said ""hello"",\nthen left."\nBo,"Hello; Bo"\nCy,Hello Cy, how are you?'
  expect(read(text).lines).toEqual([
    line('Ada, Countess', 'She said "hello",\nthen left.'),
    line('Bo', 'Hello; Bo'),
    line('Cy', 'Hello Cy, how are you?'),
  ])
  expect(read('name,line\nAda,"Never closed\nBo,Hello').lines).toHaveLength(2)
})

it('what no header names is understood by its place; prose is one column', () => {
  expect(read('Ada\tHello Ada!\nBo\tHello Bo!').lines).toEqual([
    line('Ada', 'Hello Ada!'),
    line('Bo', 'Hello Bo!'),
  ])
  expect(read('Hello, Ada!\nHello, Bo!').lines).toEqual([line('', 'Hello, Ada!'), line('', 'Hello, Bo!')])
  expect(read('Good morning.').lines).toEqual([line('', 'Good morning.')])
  expect(read('  \n\n').rows).toEqual([])
})

it('a line for all rows names the columns it wants', () => {
  const { columns, lines, mapping } = read('Name,City\nAda,London\nBo,', 'Hello {name} in { CITY }, {you}!')
  expect(mapping).toEqual({ title: 0, line: null, voice: null })
  expect(lines.map(({ input }) => input)).toEqual([
    'Hello Ada in London, {you}!',
    'Hello Bo in { CITY }, {you}!',
  ])
  expect(lines.map((each) => faultOf(each, VOICES, columns))).toEqual([null, 'blank'])
  expect(unknownPlaceholders('Hello {name} in { CITY }, {you}!', columns)).toEqual(['you'])
  expect(read('name,line\n$&,Hello').lines[0]?.title).toBe('$&')
})

it('voices are known by name or id; what cannot be sent says why', () => {
  expect(read('line,Stimme\nHello!,our NARRATOR').lines[0]?.voice).toBe('our NARRATOR')
  expect(voiceNamed(' our NARRATOR', VOICES)?.id).toBe('voice_1')
  expect(faultOf(line('', 'Hello!', 'Nora'), VOICES)).toBeNull()
  expect(faultOf(line('', 'Hello!', 'Nobody'), VOICES)).toBe('unknownVoice')
  expect(faultOf(line('Ada', ' … '), VOICES)).toBe('empty')
  expect(faultOf(line('Ada', 'One more sentence. '.repeat(60)), VOICES)).toBe('tooLong')
  expect(faultOf(line('Ada', 'x'.repeat(5001)), VOICES)).toBe('tooManyCharacters')
  expect(faultOf(line('x'.repeat(121), 'Hello!'), VOICES)).toBe('titleTooLong')
})

it('files of every spreadsheet: UTF-8, UTF-16 of either kind, Windows-1252', () => {
  const text = 'Grüße\t„Ärger“'
  const utf16 = (order: 'le' | 'be') => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
  }
  for (const bytes of [new TextEncoder().encode(text), utf16('le'), utf16('be')])
    expect(decodeTable(bytes)).toBe(text)
  expect(decodeTable(Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65]))).toBe('Grüße')
})

it('any cells written with quotes are read as they were', () => {
  const word = fc.string({ minLength: 1, unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', ' ', 'ö') })
  const cell = word.map((text) => `x${text}x`)
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), (table, delimiter) => {
      const text = ['name', 'line', 'more'].join(delimiter)
      const body = table.map((cells) => cells.map(quoted).join(delimiter))
      const isHeader = (cells: string[]) => cells.includes('name')
      expect(readCsv([text, ...body].join('\r\n'), isHeader).slice(1)).toEqual(table)
    }),
  )
})
