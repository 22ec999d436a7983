import { cardinal, decimal } from '../number-words'
import { oneOf, type Rule } from '../rule'
import { BEFORE_THING, THING } from './things'

type Currency = { one: string; many: string; cent?: readonly [string, string] }

const DOLLAR: Currency = { one: 'dollar', many: 'dollars', cent: ['cent', 'cents'] }
const ONE_CENT = ['cent', 'cent'] as const
const EURO: Currency = { one: 'euro', many: 'euros', cent: ['cent', 'cents'] }
const POUND: Currency = { one: 'pound', many: 'pounds', cent: ['penny', 'pence'] }
const YEN: Currency = { one: 'yen', many: 'yen' }

const SIGNS: Readonly<Record<string, Currency>> = {
  $: DOLLAR,
  US$: { ...DOLLAR, one: 'U.S. dollar', many: 'U.S. dollars' },
  C$: { ...DOLLAR, one: 'Canadian dollar', many: 'Canadian dollars' },
  CA$: { ...DOLLAR, one: 'Canadian dollar', many: 'Canadian dollars' },
  A$: { ...DOLLAR, one: 'Australian dollar', many: 'Australian dollars' },
  '€': EURO,
  '£': POUND,
  '¥': YEN,
  '₹': { one: 'rupee', many: 'rupees' },
  '₩': { one: 'won', many: 'won' },
  '₽': { one: 'ruble', many: 'rubles' },
  '₿': { one: 'bitcoin', many: 'bitcoin' },
}
const CODES: Readonly<Record<string, Currency>> = {
  USD: SIGNS.US$,
  EUR: EURO,
  GBP: POUND,
  JPY: YEN,
  CAD: SIGNS.CA$,
  BTC: SIGNS['₿'],
  CHF: { one: 'Swiss franc', many: 'Swiss francs' },
}
const SCALES: Readonly<Record<string, string>> = {
  k: 'thousand',
  K: 'thousand',
  m: 'million',
  M: 'million',
  mn: 'million',
  b: 'billion',
  B: 'billion',
  bn: 'billion',
  T: 'trillion',
  thousand: 'thousand',
  million: 'million',
  billion: 'billion',
  trillion: 'trillion',
}

const NUMBER = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)'
const SCALE = `(?:( ?)(${oneOf(Object.keys(SCALES))})\\b)?`
const SIGN = `(${oneOf(Object.keys(SIGNS))})`
const PER = '(?:/(month|year|week|day|night|hour|person|user|share|gallon|pound|mo|yr|hr|gal|lb)\\b)?'
const PER_WORDS: Readonly<Record<string, string>> = {
  mo: 'month',
  yr: 'year',
  hr: 'hour',
  gal: 'gallon',
  lb: 'pound',
}

/** Amounts of money, by sign or by code. */
export const MONEY_RULES: readonly Rule[] = [
  {
    name: 'amount that describes a thing',
    pattern: new RegExp(
      `${BEFORE_THING}${SIGN}${NUMBER}(?:([ -]?)(${oneOf(Object.keys(SCALES))})\\b)?(?:${THING}|(?=-an?-[a-z]))`,
      'g',
    ),
    say: ([, sign, amount, , scale]) =>
      sayMoney(amount, scale, { ...SIGNS[sign], many: SIGNS[sign].one, cent: SIGNS[sign].cent && ONE_CENT }),
  },
  {
    name: 'amount joined to its scale',
    pattern: new RegExp(`${SIGN}${NUMBER}-(thousand|million|billion|trillion)\\b`, 'g'),
    say: ([, sign, amount, scale]) => sayMoney(amount, scale, { ...SIGNS[sign], many: SIGNS[sign].one }),
  },
  {
    name: 'span of money',
    pattern: new RegExp(`${SIGN}${NUMBER}${SCALE} ?[–-] ?\\1?${NUMBER}${SCALE}`, 'g'),
    say: ([, sign, from, , fromScale, to, , toScale]) => {
      const low = fromScale && fromScale !== toScale ? sayMoney(from, fromScale, SIGNS[sign]) : decimal(from)
      return `${low} to ${sayMoney(to, toScale, SIGNS[sign])}`
    },
  },
  {
    name: 'sign before the number',
    pattern: new RegExp(`(?:(?<![\\w.])-)?${SIGN} ?${NUMBER}${SCALE}${PER}`, 'g'),
    say: ([all, sign, amount, , scale, per]) =>
      `${all.startsWith('-') ? 'minus ' : ''}${sayMoney(amount, scale, SIGNS[sign])}${sayPer(per)}`,
  },
  {
    name: 'sign after the number',
    pattern: new RegExp(`(?<![\\w.])${NUMBER} ?([€£¥₹])${PER}`, 'g'),
    say: ([, amount, sign, per]) => `${sayMoney(amount, '', SIGNS[sign])}${sayPer(per)}`,
  },
  {
    name: 'code',
    pattern: new RegExp(`(?<![\\w.])${NUMBER}${SCALE} ?(${oneOf(Object.keys(CODES))})\\b`, 'g'),
    say: ([, amount, , scale, code]) => sayMoney(amount, scale, CODES[code]),
  },
  {
    name: 'code before the number',
    pattern: new RegExp(`\\b(${oneOf(Object.keys(CODES))}) ?${NUMBER}${SCALE}`, 'g'),
    say: ([, code, amount, , scale]) => sayMoney(amount, scale, CODES[code]),
  },
  {
    name: 'cents',
    pattern: /(?<![\w.])(\d+) ?¢/g,
    say: ([, amount]) => `${cardinal(amount)} ${Number(amount) === 1 ? 'cent' : 'cents'}`,
  },
]

function sayMoney(amount: string, scale: string, currency: Currency): string {
  if (scale) return `${decimal(amount)} ${SCALES[scale]} ${currency.many}`
  const [whole, fraction = ''] = amount.split('.')
  const dollars = Number(whole.replaceAll(',', ''))
  const units = `${cardinal(whole || '0')} ${dollars === 1 ? currency.one : currency.many}`
  if (!currency.cent || fraction.length !== 2) {
    return fraction ? `${decimal(amount)} ${currency.many}` : units
  }
  const cents = Number(fraction)
  if (cents === 0) return units
  const small = `${cardinal(fraction)} ${currency.cent[cents === 1 ? 0 : 1]}`
  return dollars === 0 ? small : `${units} and ${small}`
}

function sayPer(period: string): string {
  return period ? ` per ${PER_WORDS[period] ?? period}` : ''
}
