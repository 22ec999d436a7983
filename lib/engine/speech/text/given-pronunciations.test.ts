import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { phrases } from '@/lib/captions/phrases'
import { FrontEnd } from './front-end'

let frontEnd: FrontEnd
beforeAll(async () => {
  frontEnd = await FrontEnd.open(fileURLToPath(new URL('../../../../assets/voices', import.meta.url)))
})

async function read(text: string): Promise<string> {
  const sentences = await frontEnd.read(text)
  return sentences.map(({ symbols }) => symbols.map(({ symbol }) => symbol).join('')).join(' | ')
}

describe('a pronunciation given in the script', () => {
  it.each([
    ['[Kokoro](/kˈOkəɹO/)', 'kˈOkəɹO.'],
    ['[read](/ɹˈɛd/) it', 'ɹˈɛd ɪt.'],
    ['Is it [Nguyen](/wˈɪn/)?', 'ɪz ɪt wˈɪn?'],
    ['the [SQL](/sˈikwəl/) file', 'ðə sˈikwəl fˈIl.'],
    ["[Siobhan](/ʃɪvˈɔn/)'s dog", 'ʃɪvˈɔnz dˈɔɡ.'],
    ['"[Siobhan](/ʃɪvˈɔn/)"', '“ʃɪvˈɔn”.'],
    ['[New York](/nu jˈɔɹk/)', 'nu jˈɔɹk.'],
    ['[gif](/dʒɪf/)', 'ʤɪf.'],
    ['[boat](/boʊt/)', 'bOt.'],
    ["[Bob's](/bˈɑbz/) car", 'bˈɑbz kˈɑɹ.'],
    ['[Dr](/dˈɑk/) Lee', 'dˈɑk lˈi.'],
    ['[10](/tˈɛnəɹ/) men', 'tˈɛnəɹ mˈɛn.'],
    ['[kg](/kˈIlO/) by [kg](/kˈeɪdʒi/)', 'kˈIlO bI kˈAʤi.'],
  ])('%s → %s', async (text, phonemes) => {
    expect(await read(text)).toBe(phonemes)
  })

  it('leaves what surrounds it as it is without', async () => {
    expect(await read('Dr. [Lee](/lˈi/) paid $5 to St. [Ives](/ˈIvz/).')).toBe(
      await read('Dr. Lee paid $5 to St. Ives.'),
    )
  })

  it('is left out where it has other signs than sounds', async () => {
    expect(await read('[docs](/docs/) and [cat](/ʘ/)')).toBe(await read('docs and cat'))
  })

  it('is not seen in captions', () => {
    const texts = phrases('I met [Nguyen](/wˈɪn/) today.', 3).map(({ text }) => text)
    expect(texts.join('')).toBe('I met Nguyen today.')
  })
})
