import { describe, expect, it } from 'vitest'
import { readSaidAs } from './said-as'

describe('what a dictionary says of a word', () => {
  it.each([
    ['/wˈɪn/', 'wˈɪn'],
    [' / ˈtoʊ.ki.oʊ / ', 'tˈOkiO'],
    ['/ˈdʒɪf/', 'ʤˈɪf'],
    ["/ʃɪ'vɔːn/", 'ʃɪvˈɔn'],
    ['/ˈbɝd/', 'bˈɜɹd'],
    ['/ˈbʌtn̩/', 'bˈʌtᵊn'],
    ['/t͡ʃaɪ/', 'ʧI'],
    ['/krɛm bru.leɪ/', 'kɹɛm bɹulA'],
    ['/kˈOkəɹO/', 'kˈOkəɹO'],
    ['/W IH1 N/', 'wˈɪn'],
    ['/K OW0 K OW1 R ER0/', 'kOkˈOɹəɹ'],
    ['/ɑɹkɪtˈɛktʃɚ/', 'ɑɹkɪtˈɛkʧəɹ'],
  ])('%s is the sounds %s', (saidAs, phonemes) => {
    expect(readSaidAs(saidAs)).toEqual({ kind: 'phonemes', phonemes })
  })

  it.each([
    ['win', 'win'],
    [' shi-VAWN ', 'shi-VAWN'],
    ['dee  oh’s', "dee oh's"],
  ])('%s is the words %s', (saidAs, text) => {
    expect(readSaidAs(saidAs)).toEqual({ kind: 'respelling', text })
  })

  it.each([
    ['/bʘk/', /no sound “ʘ”/],
    ['/ɑ̃ʃɑ̃te/', /no sound “ɑ̃”/],
    ['/W IX1 N/', /no sound “IX1”/],
    ['/pst/', /no vowel/],
    ['//', /no vowel/],
    ['wˈɪn', /with letters/],
    ['route 66', /with letters/],
    ['win/', /two slashes/],
    ['-', /with letters/],
  ])('%s is refused: %s', (saidAs, fault) => {
    expect(readSaidAs(saidAs)).toEqual({ fault: expect.stringMatching(fault) })
  })
})
