import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Pronunciation } from '@/lib/engine/types'
import type { SpokenSymbol } from '../alphabet'
import { cleanCharacters } from './characters'
import { takePronunciations } from './given-pronunciations'
import { type Entry, Lexicon } from './lexicon'
import { normalize } from './normalize'
import { PackedRecord } from './packed-record'
import { type Pronounced, Pronouncer } from './pronounce'
import { SUPPLEMENT } from './supplement'
import { Tagger, type TaggerData } from './tagger'
import { type Sentence, sentences } from './tokens'
import { UnknownWords } from './unknown-words'

/** A sentence as the voices take it. */
export type SpokenSentence = {
  /** In reading order: words separated by " ", marks against the word before them. */
  symbols: SpokenSymbol[]
  /** The line ends here, so a longer pause follows. */
  endsLine: boolean
}

const GLUED_AFTER = new Set(['(', '“'])

/** English text → phonemes. */
export class FrontEnd {
  private constructor(private readonly pronouncer: Pronouncer) {}

  static async open(voicesDir: string): Promise<FrontEnd> {
    const [gold, silver, tagger, unknown] = await Promise.all([
      readGzip(voicesDir, 'lexicon_us_gold.json.gz'),
      readGzip(voicesDir, 'lexicon_us_silver.json.gz'),
      readGzip(voicesDir, 'tagger.json.gz'),
      UnknownWords.open(voicesDir),
    ])
    const lexicon = new Lexicon([
      new Map(Object.entries(SUPPLEMENT)),
      PackedRecord.of<Entry>(gold),
      PackedRecord.of<Entry>(silver),
    ])
    return new FrontEnd(new Pronouncer(lexicon, new Tagger(taggerData(tagger)), unknown))
  }

  /**
   * The text's sentences; empty where it holds nothing to say. What the text itself says of a word comes before what the
   * dictionary says, and that before what the front end would.
   */
  async read(text: string, dictionary: readonly Pronunciation[] = []): Promise<SpokenSentence[]> {
    const spoken: SpokenSentence[] = []
    for (const { tokens, endsLine } of readSentences(text, dictionary)) {
      const symbols = join(await this.pronouncer.pronounce(tokens))
      if (symbols.length > 0) spoken.push({ symbols, endsLine })
    }
    return spoken
  }
}

/** The words a text is read as: "$5" → five, dollars. */
export function readWords(text: string): string[] {
  return readSentences(text).flatMap(({ tokens }) =>
    tokens.flatMap((token) => (token.kind === 'word' ? [token.text] : [])),
  )
}

function readSentences(text: string, dictionary: readonly Pronunciation[] = []): Sentence[] {
  const { text: marked, given } = takePronunciations(cleanCharacters(text), dictionary)
  return sentences(normalize(marked), given)
}

/** Pronounced words and marks in a row; empty where no word has a sound. */
function join(pieces: Pronounced[]): SpokenSymbol[] {
  if (!pieces.some((piece) => piece.kind === 'word' && piece.phonemes !== '')) return []
  const result: SpokenSymbol[] = []
  let glued = true
  for (const piece of pieces) {
    const text = piece.kind === 'word' ? piece.phonemes : piece.symbol
    if (text === '') continue
    const opens = piece.kind === 'mark' && GLUED_AFTER.has(piece.symbol)
    const closes = piece.kind === 'mark' && !opens
    if (!glued && (!closes || text === '—')) result.push({ symbol: ' ', word: null })
    const word = piece.kind === 'word' ? { text: piece.text } : null
    for (const symbol of text) result.push({ symbol, word })
    glued = opens
  }
  return result
}

function taggerData(json: Buffer): TaggerData {
  const data = PackedRecord.of<string[]>(json)
  return {
    tagdict: data.record<string>('tagdict'),
    vocab: data.get('vocab') ?? [],
    weights: data.record<Record<string, number>>('weights'),
  }
}

async function readGzip(dir: string, name: string): Promise<Buffer> {
  return promisify(gunzip)(await readFile(path.join(dir, name)))
}
