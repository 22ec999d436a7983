import { cardinal, ordinal, plural, year } from '../number-words'
import { oneOf, type Rule } from '../rule'

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const MONTH = `(${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`
const WEEKDAYS: Readonly<Record<string, string>> = {
  Sun: 'Sunday',
  Mon: 'Monday',
  Tue: 'Tuesday',
  Tues: 'Tuesday',
  Wed: 'Wednesday',
  Thu: 'Thursday',
  Thur: 'Thursday',
  Thurs: 'Thursday',
  Fri: 'Friday',
  Sat: 'Saturday',
}
const DAY_NAMES = oneOf(Object.keys(WEEKDAYS))
const YEAR = '((?:1[0-9]|20)\\d\\d)'
const DAY = '(3[01]|[12]\\d|0?[1-9])'
const MONTH_NUMBER = '(1[0-2]|0?[1-9])'

/** Looked for before times, whose hours may follow a weekday, and measures, whose seconds decades resemble. */
export const WEEKDAY_AND_DECADE_RULES: readonly Rule[] = [
  {
    name: 'span of days',
    pattern: new RegExp(`\\b(${DAY_NAMES})\\.? ?[–-] ?(${DAY_NAMES})\\b(\\.?,)?`, 'g'),
    say: ([, from, to, comma]) => `${WEEKDAYS[from]} to ${WEEKDAYS[to]}${comma && ','}`,
  },
  {
    name: 'day of the week',
    pattern: new RegExp(`\\b(${DAY_NAMES})(?:\\.?,? (?=${MONTH})|(?:\\.,?|,) (?=\\d))`, 'g'),
    say: ([, day]) => `${WEEKDAYS[day]}, `,
  },
  {
    name: 'decade',
    pattern: /(?<![\d'])((?:1[1-9]|20)\d)0'?s\b/g,
    say: ([, tens]) => plural(year(`${tens}0`)),
  },
  { name: "'90s", pattern: /'([2-9]0)'?s\b/g, say: ([, tens]) => plural(cardinal(tens)) },
  {
    name: '90s',
    pattern: /(?<=\b(?:the|early|mid|late|their|his|her|my|our) |-)([2-9]0)s\b/gi,
    say: ([, tens]) => plural(cardinal(tens)),
  },
]

/** Dates and years. American order where digits alone leave it open. */
export const DATE_RULES: readonly Rule[] = [
  { name: 'circa', pattern: /\bca?\. ?(?=\d{3,4}\b)/g, say: () => 'circa ' },
  { name: 'established', pattern: /\b[Ee]st\. ?(?=\d{4}\b)/g, say: () => 'established ' },
  {
    name: 'ISO date',
    pattern: new RegExp(`(?<![\\d-])${YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?![\\d-])`, 'g'),
    say: ([, y, m, d]) => sayDate(Number(m), d, y),
  },
  {
    name: 'month/day/year',
    pattern: new RegExp(`(?<![\\d/.-])${MONTH_NUMBER}([/-])${DAY}\\2(${YEAR}|\\d\\d)(?![\\d/-]|\\.\\d)`, 'g'),
    say: ([, m, , d, y]) => sayDate(Number(m), d, y),
  },
  {
    name: 'month/day',
    pattern: new RegExp(
      `(?<=\\b(?:on|by|until|till|before|after|since|from|due|starting|through) )(?!9/11)${MONTH_NUMBER}/${DAY}(?![\\d/])`,
      'gi',
    ),
    say: ([, m, d]) => `${MONTHS[Number(m) - 1]} ${ordinal(d)}`,
  },
  {
    name: 'day/month/year',
    pattern: new RegExp(`(?<![\\d/.-])${DAY}[/.]${MONTH_NUMBER}[/.]${YEAR}(?![\\d/-]|\\.\\d)`, 'g'),
    say: ([, d, m, y]) => sayDate(Number(m), d, y),
  },
  {
    name: 'days of a month',
    pattern: new RegExp(`\\b${MONTH} ${DAY} ?[–-] ?${DAY}(?![\\d-]|st|nd|rd|th)`, 'g'),
    say: ([, month, from, to]) => `${monthName(month)} ${ordinal(from)} to ${ordinal(to)}`,
  },
  {
    name: 'month day, year',
    pattern: new RegExp(`\\b${MONTH} ${DAY}(?:st|nd|rd|th)?(?![\\d:.,]*\\d)(?:(,?) ${YEAR}(?!\\d))?`, 'g'),
    say: ([, month, d, , y]) => `${monthName(month)} ${ordinal(d)}${y ? `, ${year(y)}` : ''}`,
  },
  {
    name: 'month day, year with its comma',
    pattern: new RegExp(`\\b${MONTH} ${DAY}(?:st|nd|rd|th)?, ${YEAR}(?!\\d)`, 'g'),
    say: ([, month, d, y]) => `${monthName(month)} ${ordinal(d)}, ${year(y)}`,
  },
  {
    name: 'day month year',
    pattern: new RegExp(
      `(?<![\\d.,])(?:\\bthe )?\\b${DAY}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? ${YEAR}(?!\\d))?(?![a-z])`,
      'g',
    ),
    say: ([, d, month, y]) => `the ${ordinal(d)} of ${monthName(month)}${y ? `, ${year(y)}` : ''}`,
  },
  {
    name: 'month year',
    pattern: new RegExp(`\\b${MONTH},? ${YEAR}(?![\\d,])`, 'g'),
    say: ([, month, y]) => `${monthName(month)} ${year(y)}`,
  },
  {
    name: 'span of years',
    pattern: new RegExp(`(?<![\\d.,])${YEAR} ?[–-] ?${YEAR}(?![\\d-])`, 'g'),
    say: ([, from, to]) => `${year(from)} to ${year(to)}`,
  },
  {
    name: 'span of years, short end',
    pattern: new RegExp(`(?<![\\d.,-])${YEAR}[–-](\\d\\d)(?![\\d-])`, 'g'),
    say: ([, from, to]) =>
      Number(to) > Number(from.slice(2)) ? `${year(from)} to ${cardinal(to)}` : undefined,
  },
  {
    name: "class of '99",
    pattern: /(?<=(?:of|in|since|summer|spring|fall|winter) )'(\d\d)\b/gi,
    say: ([, short]) => (short.startsWith('0') ? `oh ${cardinal(short)}` : cardinal(short)),
  },
  {
    name: 'year before an era',
    pattern: /\b(\d{3,4}) (?=(?:BCE?|CE|AD|A\.D\.|B\.C\.))/g,
    say: ([, y]) => `${year(y)} `,
  },
  { name: 'fiscal year', pattern: /\bFY ?(?=\d)/g, say: () => 'fiscal year ' },
  {
    name: 'year of another age',
    pattern: /(?<=\b(?:in|since|until|by|year) )((?:10|21|22)\d\d)(?=[.,;:!?)]?(?:\s|$))(?! [a-z]+s\b)/gi,
    say: ([, y]) => year(y),
  },
  {
    name: 'year',
    pattern: /(?<![\d.,$€£#-])((?:1[1-9]|20)\d\d)(?![\d%]|[.,:]\d|-\d)/g,
    say: ([, y]) => year(y),
  },
]

function sayDate(month: number, day: string, yearDigits: string): string {
  const spoken = yearDigits.length === 2 ? `${yearDigits < '50' ? 20 : 19}${yearDigits}` : yearDigits
  return `${MONTHS[month - 1]} ${ordinal(day)}, ${year(spoken)}`
}

function monthName(written: string): string {
  return MONTHS.find((month) => month.startsWith(written.replace('.', '').slice(0, 3))) ?? written
}
