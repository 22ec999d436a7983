import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Word } from '@/lib/boson/schemas'
import { isPause, type SpokenPhone } from './phone-times'
import { planRuns } from './runs'
import { planScript, spokenText } from './script'
import { createSpeaker } from './speak'
import { FrontEnd } from './text/front-end'
import { wordTimes } from './word-times'

const VOICES = fileURLToPath(new URL('../../../assets/voices', import.meta.url))
const speaker = createSpeaker({ voicesDir: VOICES })

let frontEnd: FrontEnd
beforeAll(async () => {
  frontEnd = await FrontEnd.open(VOICES)
})

/** Phones of a script as the front end reads it, a tenth of a second each. */
async function read(script: string): Promise<SpokenPhone[]> {
  const runs = await planRuns(planScript(script), frontEnd)
  return runs
    .flatMap(({ symbols }) => symbols.filter(({ symbol }) => symbol !== ' '))
    .map((symbol, i) => ({ ...symbol, start: i / 10, end: (i + 1) / 10 }))
}

/** For each written word what was said in its time: `written: spoken spoken`. */
async function alignment(script: string): Promise<string[]> {
  const phones = await read(script)
  return wordTimes(script, phones).map(({ word, start, end }) => {
    const inside = phones.filter((phone) => phone.word && phone.start >= start && phone.end <= end)
    const spoken = [...new Set(inside.map((phone) => phone.word))].map((said) => said?.text.toLowerCase())
    return `${word}: ${spoken.join(' ')}`
  })
}

describe('wordTimes', () => {
  it.each([
    ['I met [Nguyen](/wˈɪn/) today', ['I: i', 'met: met', 'Nguyen: nguyen', 'today: today']],
    ['In [New York](/nu jˈɔɹk/) it rained', ['In: in', 'New York: new york', 'it: it', 'rained: rained']],
    ['We met in 1969.', ['We: we', 'met: met', 'in: in', '1969.: nineteen sixty nine']],
    [
      'Dr. Smith paid $5.99 for it.',
      [
        'Dr.: doctor',
        'Smith: smith',
        'paid: paid',
        '$5.99: five dollars and ninety nine cents',
        'for: for',
        'it.: it',
      ],
    ],
    [
      'On March 5, 2024 at 3:30 pm we ran 5 km',
      [
        'On: on',
        'March: march',
        '5,: fifth',
        '2024: twenty twenty four',
        'at: at',
        '3:30: three thirty',
        'pm: pm',
        'we: we',
        'ran: ran',
        '5: five',
        'km: kilometers',
      ],
    ],
    [
      'It made $5 million in 100 days.',
      [
        'It: it',
        'made: made',
        '$5: five',
        'million: million dollars',
        'in: in',
        '100: one hundred',
        'days.: days',
      ],
    ],
    ['5 – 10 people', ['5: five', '–: to', '10: ten', 'people: people']],
    [
      'Write to me@example.com — or see example.org/help 🙂 today',
      [
        'Write: write',
        'to: to',
        'me@example.com —: me at example dot com',
        'or: or',
        'see: see',
        'example.org/help 🙂: example dot org slash help',
        'today: today',
      ],
    ],
    ['“Well-known” facts', ['“Well-known”: well known', 'facts: facts']],
    ['🙂 Hi', ['🙂 Hi: hi']],
    ['Since 5 May 2024', ['Since: since', '5: the fifth of', 'May: may', '2024: twenty twenty four']],
    ['<|emotion:pride|>Go<|prosody:pause|> <|foo|>there!', ['Go: go', 'there!: there']],
    ['THE FBI AND NASA KNOW', ['THE: the', 'FBI: fbi', 'AND: and', 'NASA: nasa', 'KNOW: know']],
    [
      'Henry VIII had six wives.',
      ['Henry: henry', 'VIII: the eighth', 'had: had', 'six: six', 'wives.: wives'],
    ],
    ['one 1 one 1', ['one: one', '1: one', 'one: one', '1: one']],
  ])('%s', async (script, wanted) => {
    expect(await alignment(script)).toEqual(wanted)
  })

  it('has none where nothing is said', () => {
    expect(wordTimes('🙂', [])).toEqual([])
  })

  it('covers every written word once, in order, within the sound, whatever is written', async () => {
    const bits = fc.constantFrom(
      ...[
        'the',
        'a',
        'Dr.',
        'Smith',
        'well-known',
        "don't",
        'St.',
        'e.g.',
        '“quoted”',
        '(aside)',
        'café',
        'NASA',
      ],
      ...[
        '1969',
        '$5.99',
        '$5',
        'million',
        '10',
        '–',
        '-',
        '—',
        '3:30',
        'p.m.',
        '5',
        'km',
        '50%',
        '1/2',
        '½',
      ],
      ...[
        'me@example.com',
        'https://example.org/a-b?c=1',
        'www.x.io',
        '#tag',
        '@name',
        'C++',
        '&',
        '...',
        '!?',
      ],
      ...[
        '🙂',
        '👩🏽‍🚀',
        'Анна',
        '\n',
        '\n\n',
        '\u00a0',
        '\u200b',
        'XIV',
        'Henry',
        '+1 (555) 123-4567',
        '12,345.67',
      ],
      ...[
        '<|emotion:pride|>',
        '<|prosody:pause|>',
        '<|style:whispering|>',
        '<|sfx:laughter|>Haha',
        '<|nobody|>',
      ],
      'SuperCalifragilistic'.repeat(20),
      '7'.repeat(40),
    )
    const separator = fc.constantFrom(' ', ' ', ' ', '', ', ', '. ', '  ')
    const scripts = fc
      .array(fc.tuple(bits, separator), { minLength: 1, maxLength: 30 })
      .map((all) => all.flat().join(''))
    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const phones = await read(script)
        const words = wordTimes(script, phones)
        if (!phones.some((phone) => phone.word)) {
          expect(words).toEqual([])
          return
        }
        const written = spokenText(script).split(/\s+/).filter(Boolean)
        expect(words.flatMap(({ word }) => word.split(' '))).toEqual(written)
        expectInOrder(words, phones.at(-1)?.end ?? 0)
        // Every sound belongs to some word.
        for (const phone of phones.filter(({ word }) => word)) {
          expect(words.some(({ start, end }) => start <= phone.start && phone.end <= end)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('an utterance', () => {
  it('has the words’ times as its phones have them', async () => {
    const script = 'Papa paid $5. Stop it, Peppa!'
    const { words, phones, samples } = await speaker.speak(script, { voice: 'default', seed: 1 })
    const sounds: Record<string, string> = {
      Papa: 'pɑpə',
      paid: 'pAd',
      '$5.': 'fIvdɑləɹz',
      Stop: 'stɑp',
      'it,': 'ɪt',
    }
    expect(words.map(({ word }) => word).join(' ')).toBe(script)
    expectInOrder(words, samples.length / 24_000)
    for (const { word, start, end } of words.slice(0, 5)) {
      const inside = phones.filter((phone) => phone.start >= start && phone.end <= end && !isPause(phone))
      expect(inside.map(({ symbol }) => symbol).join('')).toBe(sounds[word])
      expect(inside[0].start).toBe(start)
      expect(inside.at(-1)?.end).toBe(end)
    }
    // Between sentences nobody speaks.
    expect(words[3].start - words[2].end).toBeGreaterThan(0.2)
  })

  it('keeps an endless word whole', async () => {
    const script = `Say ${'SuperCalifragilistic'.repeat(20)} now.`
    const { words } = await speaker.speak(script, { voice: 'jake', seed: 1 })
    expect(words.map(({ word }) => word).join(' ')).toBe(script)
    expect(words[1].end - words[1].start).toBeGreaterThan(10)
  })
})

function expectInOrder(words: readonly Word[], seconds: number): void {
  let last = 0
  for (const { start, end } of words) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(seconds)
}
