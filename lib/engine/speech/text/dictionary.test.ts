import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { dictionaryKey, replaceWords } from './dictionary'
import { FrontEnd } from './front-end'

let frontEnd: FrontEnd
beforeAll(async () => {
  frontEnd = await FrontEnd.open(fileURLToPath(new URL('../../../../assets/voices', import.meta.url)))
})

const TEAM = {
  Nguyen: '/wˈɪn/',
  GIF: 'jif',
  iLok: 'eye lock',
  'New York': 'noo yawk',
  "O'Shea": '/oʊˈʃeɪ/',
  Siobhan: 'shi-VAWN',
  'Mr.': '/mˈɪstə/',
  'C++': 'see plus plus',
  Dr: 'doc',
  '10': 'tenner',
  boss: 'big man',
}

async function read(text: string, words: Record<string, string> = {}): Promise<string> {
  const dictionary = Object.entries(words).map(([word, saidAs]) => ({ word, saidAs }))
  const sentences = await frontEnd.read(text, dictionary)
  return sentences.map(({ symbols }) => symbols.map(({ symbol }) => symbol).join('')).join(' | ')
}

describe('a word of the dictionary', () => {
  it.each([
    ['Is it Nguyen?', 'ɪz ɪt wˈɪn?'],
    ['NGUYEN and nguyen.', 'wˈɪn ænd wˈɪn.'],
    ['The Nguyens met an heir.', 'ðə wˈɪnz mˈɛt ɐn ˈɛɹ.'],
    ["Nguyen's dog and Nguyen’s cat.", 'wˈɪnz dˈɔɡ ænd wˈɪnz kˈæt.'],
    ['the Nguyen-led team', 'ðə wˈɪn lˈɛd tˈim.'],
    ["Nguyen'll say they’re Nguyen’d.", 'wˈɪnəl sˈA ðɛɹ wˈɪnd.'],
    ['Mr. Lee met Mr. Ives.', 'mˈɪstə lˈi mˈɛt mˈɪstə ˈIvz.'],
    ["O’Shea's boat", 'OʃˈAz bˈOt.'],
  ])('%s → %s', async (text, phonemes) => {
    expect(await read(text, TEAM)).toBe(phonemes)
  })

  it.each([
    ['GIFs of a GIF', 'jifs of a jif'],
    ['an iLok for New York', 'an eye lock for noo yawk'],
    ['We write C++ here.', 'We write see plus plus here.'],
    ['Dr Lee paid 10 dollars.', 'doc Lee paid tenner dollars.'],
    ['Two bosses, one boss’s desk.', 'Two big mans, one big man’s desk.'],
  ])('%s sounds like %s', async (written, likeness) => {
    expect(await read(written, TEAM)).toBe(await read(likeness))
  })

  it('has its stress where the respelling has capitals', async () => {
    expect(await read('Siobhan', TEAM)).toBe('ʃivˈɔn.')
  })

  it.each([
    ['a gif of an ilok', 'a gif of an ilok'],
    ['the gift', 'the gift'],
    ['nguyen.com and me@nguyen.org', 'nguyen.com and me@nguyen.org'],
    ['It costs 10.5, not 110 or 10,000.', 'It costs 10.5, not 110 or 10,000.'],
    ['The NewYorker and new yorkers', 'The NewYorker and new yorkers'],
    ["the bossy boss't", "the bossy boss't"],
  ])('is not seen in %s', async (written, same) => {
    expect(await read(written, TEAM)).toBe(await read(same))
  })

  it('gives way to what the script says itself, and the longer word comes first', async () => {
    expect(await read('[Nguyen](/ŋwˈin/) met Nguyen.', TEAM)).toBe('ŋwˈin mˈɛt wˈɪn.')
    const words = { York: 'ham', 'New York': 'win' }
    expect(await read('New York and York', words)).toBe(await read('win and ham'))
  })

  it('leaves what surrounds it as it is without', async () => {
    const words = { Lee: '/lˈi/', Ives: '/ˈIvz/' }
    const text = 'Dr. Lee paid $5 to St. Ives.'
    expect(await read(text, words)).toBe(await read(text))
  })

  it('is left alone where what is said of it makes no sense', async () => {
    expect(await read('a cat', { cat: '/ʘ/' })).toBe(await read('a cat'))
  })

  it('is found whole by its own signs, whatever they are', () => {
    const words = ['a.b', '[x]', '$&', '.+'].map((word) => ({ word, saidAs: 'x' }))
    expect(replaceWords('(a.b) a+b [x] $&', words, ({ written }) => `${written}!`)).toBe(
      '(a.b!) a+b [x]! $&!',
    )
  })
})

it.each([
  ['Nguyen', 'nguyen'],
  [' New  York ', 'new york'],
  ['O’Shea', "o'shea"],
  ['GIF', 'GIF'],
  ['iPhone', 'iPhone'],
  ['X', 'X'],
  ['10-k', '10-k'],
])('%s is known as %s', (word, key) => {
  expect(dictionaryKey(word)).toBe(key)
})
