import { describe, expect, it } from 'vitest'
import { PIPER_CONFIG } from '@/lib/testing/piper-fixture'
import { CONSONANTS, PRIMARY_STRESS, PUNCTUATION, SECONDARY_STRESS, VOWELS } from '../alphabet'
import { espeakPhonemes } from './espeak-alphabet'
import { piperIds } from './piper-ids'

const symbols = (text: string) => [...text].map((symbol) => ({ symbol }))

describe('espeakPhonemes', () => {
  it.each([
    ['həlˈO', 'həlˈoʊ'],
    ['ðə bˈɜɹd ɪz ɐ ʤˈʌʤ', 'ðə bˈɜːd ɪz ɐ dʒˈʌdʒ'],
    ['wˈɔTəɹ', 'wˈɔːɾɚ'],
    ['sˈi ðə sˈɪTi', 'sˈiː ðə sˈɪɾi'],
    ['ʧˈIld — nˈW', 'tʃˈaɪld , nˈaʊ'],
  ])('writes %s as espeak-ng does: %s', (ours, theirs) => {
    expect(espeakPhonemes(symbols(ours))).toBe(theirs)
  })

  it('writes every symbol of ours in what a Piper voice knows', () => {
    const all = [...VOWELS, ...CONSONANTS, ...PUNCTUATION, PRIMARY_STRESS, SECONDARY_STRESS, ' ']
    for (const symbol of all) {
      const { ids, unknown } = piperIds(espeakPhonemes([{ symbol }]), PIPER_CONFIG)
      expect(unknown, symbol).toEqual([])
      if (!'"“”'.includes(symbol)) expect(ids.length, symbol).toBeGreaterThan(3)
    }
  })
})

describe('piperIds', () => {
  it('begins, puts a gap after each phoneme, and ends', () => {
    expect(piperIds('ab', PIPER_CONFIG).ids).toEqual([1, 0, 14, 0, 15, 0, 2])
  })

  it('takes a nasal vowel apart, and leaves out what the voice does not know', () => {
    const [tilde] = PIPER_CONFIG.phoneme_id_map['\u0303']
    expect(piperIds('ã漢', PIPER_CONFIG)).toEqual({ ids: [1, 0, 14, 0, tilde, 0, 2], unknown: ['漢'] })
  })
})
