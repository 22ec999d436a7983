import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ABBREVIATIONS } from './cases/abbreviations'
import { ADDRESSES } from './cases/addresses'
import { DATES, YEARS } from './cases/dates'
import { EVERYDAY } from './cases/everyday'
import { MEASURES } from './cases/measures'
import { MONEY } from './cases/money'
import { FRACTIONS, NUMBERS, ORDINALS } from './cases/numbers'
import { ROMAN_NUMERALS } from './cases/roman-numerals'
import { SENTENCES } from './cases/sentences'
import { SIGNS } from './cases/signs'
import { TELEPHONE_NUMBERS } from './cases/telephone-numbers'
import { TIMES } from './cases/times'
import { cleanCharacters } from './characters'
import { normalize } from './normalize'
import { SPELL_MARK } from './rule'

const CASES = {
  numbers: NUMBERS,
  ordinals: ORDINALS,
  fractions: FRACTIONS,
  years: YEARS,
  dates: DATES,
  times: TIMES,
  money: MONEY,
  measures: MEASURES,
  abbreviations: ABBREVIATIONS,
  'roman numerals': ROMAN_NUMERALS,
  addresses: ADDRESSES,
  'telephone numbers': TELEPHONE_NUMBERS,
  signs: SIGNS,
  sentences: SENTENCES,
  everyday: EVERYDAY,
}

describe('normalize', () => {
  for (const [topic, cases] of Object.entries(CASES)) {
    it.each(cases)(`${topic}: %s → %s`, (written, said) => {
      expect(normalize(cleanCharacters(written)).replaceAll(SPELL_MARK, '^')).toBe(said)
    })
  }

  it('leaves no digit of our own and never throws, whatever is written', () => {
    const bits = fc.constantFrom(
      ...Object.values(CASES)
        .flat()
        .map(([written]) => written),
      ' ',
      '-',
      '/',
      '.',
      '$',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(bits).map((all) => all.join('')),
        ),
        (text) => {
          expect(normalize(cleanCharacters(text))).not.toMatch(/[0-9]/)
        },
      ),
      { numRuns: 250 },
    )
  })
})
