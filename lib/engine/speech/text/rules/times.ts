import { cardinal } from '../number-words'
import { endsSentence, NEXT_CHARACTERS, oneOf, type Rule, spell } from '../rule'

const HALF_DAY = '([AaPp])\\.?[Mm]\\b(\\.?)'

/** What goes on with the sentence though written with a capital. */
const AFTER_HALF_DAY = new RegExp(
  `^ (?:${oneOf('Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec East Pacif Centr Mount ET CT MT PT EST EDT CST CDT MST MDT PST PDT GMT UTC'.split(' '))})`,
)

/** Times of day and durations with colons. */
export const TIME_RULES: readonly Rule[] = [
  {
    name: 'span of hours',
    pattern:
      /(?<=\b\d{1,2}(?::[0-5]\d)?(?: ?[AaPp]\.?[Mm]\.?)?) ?[–-] ?(?=\d{1,2}(?::[0-5]\d)? ?[AaPp]\.?[Mm]\b)/g,
    say: () => ' to ',
  },
  {
    name: 'span from a time',
    pattern: /(?<=\b(?:\d{1,2}:\d\d|noon|midnight)) ?[–-] ?(?=\d{1,2}(?::\d\d| ?[AaPp]\.?[Mm]\b))/gi,
    say: () => ' to ',
  },
  {
    name: 'hour with am or pm',
    pattern: new RegExp(`\\b(1[0-2]|0?\\d)(?:[:.]([0-5]\\d))? ?${HALF_DAY}${NEXT_CHARACTERS}`, 'g'),
    say: ([, hour, minute, half, dot, after]) =>
      `${sayClock(hour, minute === '00' ? '' : minute)} ${spell(`${half.toUpperCase()}M`)}${dot && endsSentence(after) && !AFTER_HALF_DAY.test(after) ? '.' : ''}`,
  },
  {
    name: 'military time',
    pattern:
      /(?<![\d:.,])(?:(0\d)([0-5]\d)|([01]\d|2[0-3]):([0-5]\d))(?= ?(?:hours|hrs)\b)|(?<=\b(?:at|by|until|till|from|after|before) )(1\d|2[0-3])([0-5]\d)(?= (?:hours|hrs)\b(?! of\b))/g,
    say: ([, ...parts]) => {
      const [hour, minute] = parts.filter((part) => part !== '')
      const said = hour.startsWith('0') ? `oh ${cardinal(hour)}` : cardinal(hour)
      return minute === '00' ? `${said} hundred` : `${said} ${sayMinute(minute)}`
    },
  },
  {
    name: 'time taken',
    pattern:
      /(?<=\b(?:in|of|took|takes|lasted|lasts|time (?:was|is)|clocked) )(\d?\d):([0-5]\d):([0-5]\d)(?![\d:])/g,
    say: ([, h, m, s]) => `${count(h, 'hour')}, ${count(m, 'minute')} and ${count(s, 'second')}`,
  },
  {
    name: 'hours, minutes and seconds',
    pattern: /(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)(?![\d:])/g,
    say: ([, h, m, s]) => `${sayClock(h, m)} and ${count(s, 'second')}`,
  },
  {
    name: 'clock',
    pattern: /(?<![\d:.,$])([01]?\d|2[0-3]):([0-5]\d)(?![\d:]|\.\d)/g,
    say: ([, h, m]) => (m === '00' ? sayFullHour(h) : sayClock(h, m)),
  },
  {
    name: 'ratio',
    pattern: /(?<![\d:.,])(\d{1,4}):(\d{1,4})(?![\d:]|\.\d)/g,
    say: ([, a, b]) => `${cardinal(a)} to ${cardinal(b)}`,
  },
]

function sayClock(hour: string, minute: string): string {
  if (minute === '') return cardinal(hour)
  return `${cardinal(hour)} ${sayMinute(minute)}`
}

function sayMinute(minute: string): string {
  return minute.startsWith('0') ? `oh ${cardinal(minute)}` : cardinal(minute)
}

function sayFullHour(hour: string): string {
  const value = Number(hour)
  return value > 12 || value === 0 ? `${cardinal(hour)} hundred` : `${cardinal(hour)} o'clock`
}

function count(digits: string, unit: string): string {
  return `${cardinal(digits)} ${unit}${Number(digits) === 1 ? '' : 's'}`
}
