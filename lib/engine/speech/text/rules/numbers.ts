import { cardinal, decimal, digitByDigit, ordinal, toOrdinal } from '../number-words'
import type { Rule } from '../rule'

const VULGAR: Readonly<Record<string, string>> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
}
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?'
/** Denominators people say as fractions. */
const DENOMINATORS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000])

/** Everything else made of digits: versions, fractions, ordinals, spans, signs, plain numbers. */
export const NUMBER_RULES: readonly Rule[] = [
  {
    name: 'vulgar fraction',
    pattern: /(\d?)([½⅓⅔¼¾⅕⅛⅜⅝⅞])/g,
    say: ([, whole, sign]) => (whole ? `${whole} ${VULGAR[sign]}` : VULGAR[sign]),
  },
  {
    name: 'digits in groups',
    pattern: /(?<![\w.-])(\d+(?:-\d+){2,})(?![\w-])/g,
    say: ([, groups]) => groups.split('-').map(digitByDigit).join(', '),
  },
  {
    name: 'share',
    pattern: /(?<![\w/.])(\d\d)\/(\d\d)(?![\w/])/g,
    say: ([, a, b]) =>
      Number(a) + Number(b) === 100 || (a === '20' && b === '20')
        ? `${cardinal(a)}-${cardinal(b)}`
        : undefined,
  },
  {
    name: 'all day',
    pattern: /\b24\/7(\/365)?\b/g,
    say: ([, allYear]) => `twenty-four seven${allYear ? ' three sixty-five' : ''}`,
  },
  { name: 'nine eleven', pattern: /\b9\/11\b/g, say: () => 'nine eleven' },
  {
    name: 'mark',
    pattern:
      /(?<=\b(?:scored?|scores|rated?(?: (?:it|him|her|them|this|that))?|rates|rating(?: of)?|ga?ve (?:it|him|her|them)|gives (?:it|him|her|them)|got|solid) (?:an? )?)(\d+)\/(5|10|20|100)(?![\w/])/g,
    say: ([, points, most]) => `${cardinal(points)} out of ${cardinal(most)}`,
  },
  {
    name: 'score',
    pattern: /(?<![\w/.])(\d+\.\d+)\/(\d+)(?![\w/])|(?<![\w/.])(\d+)\/(\d+)(?= (?:stars?|points?)\b)/g,
    say: ([, part, whole, points, most]) => `${decimal(part || points)} out of ${cardinal(whole || most)}`,
  },
  {
    name: 'whole and fraction',
    pattern: /(?<![\w/.])(\d+)[ -](\d+)\/(\d+)(?![\w/])/g,
    say: ([, whole, top, bottom]) => {
      const part = sayFraction(top, bottom)
      return (
        part &&
        `${cardinal(whole)} and ${part.replace(/^one half$/, 'a half').replace(/^one (?=quarter)/, 'a ')}`
      )
    },
  },
  {
    name: 'fraction',
    pattern: /(?<![\w/.])(\d+)\/(\d+)(?![\w/]|\.\d)/g,
    say: ([, top, bottom]) => sayFraction(top, bottom) ?? `${cardinal(top)} slash ${cardinal(bottom)}`,
  },
  {
    name: 'ordinal',
    pattern: /(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b/gi,
    say: ([, digits]) => ordinal(digits),
  },
  { name: 'version', pattern: /\b[vV](?=\d)/g, say: () => 'version ' },
  {
    name: 'version or address',
    pattern: /(?<![\d.])(\d+(?:\.\d+){2,})(?![\d]|\.\d)/g,
    say: ([, version]) => version.split('.').map(cardinal).join(' point '),
  },
  {
    name: 'span',
    pattern: new RegExp(`(?<![\\w.,-])(${NUMBER}) ?[–-] ?(?=\\d)(?!\\d+-\\d)`, 'g'),
    say: ([, from]) => `${decimal(from)} to `,
  },
  {
    name: 'span of thousands',
    pattern: /(?<=\b\d+(?:\.\d+)?[KkMB])[–-](?=\d+(?:\.\d+)?[KkMB]\b)/g,
    say: () => ' to ',
  },
  { name: 'run', pattern: /\b(\d+)[Kk](?= (?:run|race|walk)\b)/g, say: ([, n]) => `${cardinal(n)} K` },
  { name: 'plus sign', pattern: /(?<![\w])\+(?=\d)/g, say: () => 'plus ' },
  {
    name: 'number and more',
    pattern: new RegExp(`(?<![\\w.])(${NUMBER})\\+(?!\\w)`, 'g'),
    say: ([, n]) => `${decimal(n)} plus`,
  },
  { name: 'minus sign', pattern: /(?<![\p{L}\d)])-(?=\.?\d)/gu, say: () => 'minus ' },
  {
    name: 'number of thousands',
    pattern: /(?<![\w.])(\d+(?:\.\d+)?)([KkMB]|bn|mn)(?!\w)/g,
    say: ([, n, scale]) => {
      if (scale === 'K' && /^[248]$/.test(n)) return undefined
      return `${decimal(n)} ${{ k: 'thousand', m: 'million', b: 'billion' }[scale.charAt(0).toLowerCase()]}`
    },
  },
  {
    name: 'leading zeros',
    pattern: /(?<![\w.,])(0\d+)(?![\w.,]*\d)/g,
    say: ([, digits]) => digitByDigit(digits),
  },
  { name: 'decimal without a whole', pattern: /(?<![\w.])\.\d+/g, say: ([number]) => decimal(number) },
  { name: 'letters beside digits', pattern: /(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, say: () => ' ' },
  {
    name: 'number',
    pattern: new RegExp(NUMBER, 'g'),
    say: ([number]) => decimal(number),
  },
]

function sayFraction(top: string, bottom: string): string | undefined {
  const parts = Number(bottom)
  if (!DENOMINATORS.has(parts) || Number(top) === 0 || Number(top) >= parts * 2) return undefined
  const many = Number(top) !== 1
  if (parts === 2) return `${cardinal(top)} ${many ? 'halves' : 'half'}`
  const name = parts === 4 ? 'quarter' : toOrdinal(cardinal(bottom))
  return `${cardinal(top)} ${name}${many ? 's' : ''}`
}
