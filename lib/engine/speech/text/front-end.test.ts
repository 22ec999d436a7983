import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { PUNCTUATION, type SpokenSymbol, VOWELS, type Vocabulary } from '../alphabet'
import { loadVocabulary } from '../voice/acoustic-model'
import { FrontEnd } from './front-end'

const VOICES = fileURLToPath(new URL('../../../../assets/voices', import.meta.url))

let frontEnd: FrontEnd
let vocabulary: Vocabulary
beforeAll(async () => {
  frontEnd = await FrontEnd.open(VOICES)
  vocabulary = await loadVocabulary(VOICES)
})

async function read(text: string): Promise<string> {
  return (await frontEnd.read(text)).map(({ symbols }) => phonemesOf(symbols)).join(' | ')
}

function phonemesOf(symbols: readonly SpokenSymbol[]): string {
  return symbols.map(({ symbol }) => symbol).join('')
}

describe('words', () => {
  it.each([
    ['the apple', 'ði ˈæpᵊl.'],
    ['the pear', 'ðə pˈɛɹ.'],
    ['go to Italy', 'ɡˌO tʊ ˈɪTəli.'],
    ['go to Rome', 'ɡˌO tə ɹˈOm.'],
    ["don't", 'dˈOnt.'],
    ["we're here", 'wɪɹ hˈɪɹ.'],
    ["the dog's tail", 'ðə dˈɔɡz tˈAl.'],
    ["the FBI's files", 'ði ˌɛfbˌiˈIz fˈIlz.'],
    ['the CEOs', 'ðə sˌiˌiˈOz.'],
    ['APIs', 'ˌApˌiˈIz.'],
    ['JSON', 'ʤˈAsᵊn.'],
    ['my résumé', 'mI ɹˈɛzəmˌA.'],
    ['NASA', 'nˈæsə.'],
    ['FBI', 'ˌɛfbˌiˈI.'],
    ['US', 'jˌuˈɛs.'],
    ['AI', 'ˌAˈI.'],
    ['mp3', 'ˌɛmpˈi θɹˈi.'],
    ['city', 'sˈɪTi.'],
    ['café', 'kæfˈA.'],
  ])('%s → %s', async (text, phonemes) => {
    expect(await read(text)).toBe(phonemes)
  })

  it('derives endings from known stems', async () => {
    expect(await read('googled')).toMatch(/d\.$/)
    expect(await read("Zorblax's")).toMatch(/ᵻz\.$/)
  })

  it('pronounces words nobody has written down', async () => {
    const phonemes = await read('zorblaxing flurbles')
    expect([...phonemes].filter((symbol) => VOWELS.has(symbol)).length).toBeGreaterThanOrEqual(5)
  })

  it('reads a sentence in capitals as a sentence', async () => {
    expect(await read('PLEASE READ IT AGAIN')).toBe(await read('please read it again'))
  })

  it('keeps the words every object inherits apart from the dictionary', async () => {
    expect(await read('constructor toString valueOf __proto__')).toMatch(/kənstɹˈʌktəɹ/)
  })
})

describe('sentences and marks', () => {
  it.each([
    ['Hello! How are you? Fine.', 3],
    ['Dr. Smith met Mr. Lee at 3 p.m. on Main St. yesterday.', 1],
    ['One line\nanother line', 2],
    ['He said "Go!" and left.', 2],
    ['Wait... what?', 2],
  ])('%s has %i', async (text, count) => {
    expect(await frontEnd.read(text)).toHaveLength(count)
  })

  it('keeps questions, exclamations and commas', async () => {
    expect(await read('Well, is it?')).toMatch(/^wˈɛl, ˌ?ˈ?ɪz ɪt\?$/)
    expect(await read('Stop!!!')).toBe('stˈɑp!')
    expect(await read('"Yes," she said.')).toMatch(/^“jˈɛs,” ʃi sˈɛd\.$/)
    expect(await read('It is late — very late.')).toContain(' — ')
  })

  it.each(['', '   ', '🙂🙂', '...', '!?', '\u0000\u200b', '———', '👩🏽‍🚀 ❤️'])(
    'finds nothing to say in %j',
    async (text) => {
      expect(await frontEnd.read(text)).toEqual([])
    },
  )

  it('drops what cannot be said and keeps the rest', async () => {
    expect(await read('Hello 👋🏽 world ✨')).toBe(await read('Hello world'))
  })
})

describe('whatever is written', () => {
  it('never fails and never leaves the alphabet', async () => {
    const bits = fc.constantFrom(
      '$',
      '5',
      '.',
      "'",
      ' ',
      '-',
      'St.',
      'the',
      'X',
      '\uE000',
      '"',
      '(',
      '\n',
      'é',
      'ß',
      'ﬁ',
      '1/2',
      "n't",
      'ﷺ',
    )
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(bits, { maxLength: 15 }).map((all) => all.join('')),
    )
    await fc.assert(
      fc.asyncProperty(wild, async (text) => {
        for (const { symbols } of await frontEnd.read(text)) {
          for (const { symbol, word } of symbols) {
            expect(vocabulary.has(symbol), JSON.stringify(symbol)).toBe(true)
            // A space may stand inside a word that is read as two.
            if (symbol !== ' ') expect(word === null, JSON.stringify(symbol)).toBe(PUNCTUATION.has(symbol))
          }
          expect(symbols.some(({ word }) => word !== null)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
