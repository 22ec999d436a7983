import { cardinal, digitByDigit } from '../number-words'
import type { Rule } from '../rule'

/** Numbers to call, and others read digit by digit. */
export const TELEPHONE_RULES: readonly Rule[] = [
  {
    name: 'telephone number',
    pattern: /(?<![\w.])(\+?\d{1,2}[ .-])?(?:\((\d{3})\) ?|(\d{3})[ .-])(\d{3})[ .-](\d{4})(?!\w)/g,
    say: ([, country, inBrackets, plain, middle, end]) =>
      [country && (country.startsWith('+') ? `plus ${digitByDigit(country)}` : digitByDigit(country))]
        .concat([sayArea(inBrackets || plain), digitByDigit(middle), digitByDigit(end)])
        .filter((group) => group)
        .join(', '),
  },
  {
    name: 'telephone number in letters',
    pattern: /(?<!\w)1-(8\d\d|900)-(?=[A-Z]{3})/g,
    say: ([, area]) => `one, ${sayArea(area)}, `,
  },
  {
    name: 'foreign telephone number',
    pattern: /(?<!\w)\+(\d{1,3}(?:[ .-]\d{1,4}){2,5})(?!\w)/g,
    say: ([, groups]) => `plus ${groups.split(/[ .-]/).map(digitByDigit).join(', ')}`,
  },
  {
    name: 'short telephone number',
    pattern: /(?<![\w.-])(\d{3})-(\d{4})(?![\w-])/g,
    say: ([, a, b]) => `${digitByDigit(a)}, ${digitByDigit(b)}`,
  },
  { name: 'emergency number', pattern: /(?<![\w.,$-])911(?![\w,]|\.\d)/g, say: () => 'nine one one' },
  {
    name: 'number to write to',
    pattern: /(?<=\btext \w+ to )\d{5,6}\b/gi,
    say: ([digits]) => digitByDigit(digits),
  },
  {
    name: 'number to call',
    pattern: /(?<=\b(?:call|dial|text) )(?:[2-9]11|988|999|112)\b/gi,
    say: ([digits]) => digitByDigit(digits),
  },
]

/** "eight hundred" for toll-free numbers. */
function sayArea(digits: string): string {
  return digits === '800' || digits === '900' ? cardinal(digits) : digitByDigit(digits)
}
