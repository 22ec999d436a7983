import { applyRules, type Rule } from './rule'
import { ABBREVIATION_RULES } from './rules/abbreviations'
import { ADDRESS_RULES } from './rules/addresses'
import { DATE_RULES, WEEKDAY_AND_DECADE_RULES } from './rules/dates'
import { MEASURE_RULES } from './rules/measures'
import { MONEY_RULES } from './rules/money'
import { NUMBER_RULES } from './rules/numbers'
import { PLACE_RULES } from './rules/places'
import { POWER_RULES } from './rules/powers'
import { ROMAN_RULES } from './rules/roman'
import { BULLET_RULES, SIGN_RULES, SYMBOL_RULES } from './rules/symbols'
import { TELEPHONE_RULES } from './rules/telephone-numbers'
import { TIME_RULES } from './rules/times'

/** The narrower reading first: a date is looked for before a number, an address before a date. */
const RULES: readonly Rule[] = [
  ...BULLET_RULES,
  ...ADDRESS_RULES,
  ...POWER_RULES,
  ...PLACE_RULES,
  ...TELEPHONE_RULES,
  ...WEEKDAY_AND_DECADE_RULES,
  ...TIME_RULES,
  ...MONEY_RULES,
  ...MEASURE_RULES,
  ...ROMAN_RULES,
  ...DATE_RULES,
  ...ABBREVIATION_RULES,
  ...SYMBOL_RULES,
  ...NUMBER_RULES,
  ...SIGN_RULES,
]

/**
 * Clean text (`cleanCharacters`) as it is said: numbers, dates, times, money, units, abbreviations, addresses and
 * signs become words. Letters to be read by name carry `SPELL_MARK`.
 */
export function normalize(text: string): string {
  return applyRules(text, RULES)
    .replace(/ {2,}/g, ' ')
    .replace(/ +(?=[,.;:!?…\n]|$)/g, '')
    .replace(/^ +/gm, '')
}
