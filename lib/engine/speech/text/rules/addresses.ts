import { digitByDigit } from '../number-words'
import { type Rule, spell } from '../rule'

const TLDS =
  'com|org|net|edu|gov|mil|info|biz|io|ai|co|app|dev|tv|me|us|uk|ca|de|fr|eu|au|nz|in|jp|cn|ly|gg|fm|xyz|be|tech|online|shop|site|blog|cloud|studio'
/** Top-level domains that are said as words; the others are spelled. */
const SAID_TLDS = new Set(
  'be com org net info biz co app dev me gov mil tech online shop site blog cloud studio'.split(' '),
)
const MARKS: Readonly<Record<string, string>> = {
  '.': 'dot',
  '/': 'slash',
  '-': 'dash',
  _: 'underscore',
  '@': 'at',
  '?': 'question mark',
  '=': 'equals',
  '&': 'and',
  '#': 'hash',
  '%': 'percent',
  '+': 'plus',
  ':': 'colon',
  '~': 'tilde',
}

/** E-mail addresses, links, handles, hashtags and file names. */
export const ADDRESS_RULES: readonly Rule[] = [
  {
    name: 'e-mail',
    pattern: /(?<![\w.])([\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g,
    say: ([, address]) => sayAddress(address),
  },
  {
    name: 'link with a scheme',
    pattern: /\b(?:https?|ftp):\/\/([^\s<>"()]*[\w/])/gi,
    say: ([, rest]) => sayAddress(rest.replace(/\/$/, '')),
  },
  {
    name: 'bare domain',
    pattern: new RegExp(
      `(?<![\\w@.])((?:www\\.)?(?:[A-Za-z0-9-]+\\.)+(?:${TLDS}))(?![\\w-]|\\.\\w)((?:/[\\w.~%#?=&/+-]*[\\w/])?)`,
      'g',
    ),
    say: ([, host, path]) =>
      /[a-z]/i.test(host.split('.')[0]) ? sayAddress(host + path.replace(/\/$/, '')) : undefined,
  },
  {
    name: 'handle',
    pattern: /(?<![\w@])@([A-Za-z_]\w*)/g,
    say: ([, name]) => `at ${name.replaceAll('_', ' underscore ')}`,
  },
  {
    name: 'hashtag',
    pattern: /(?<![\w&])#((?:\d{4})?[A-Za-z]\w*)/g,
    say: ([, tag]) =>
      `hashtag ${tag.replaceAll('_', ' ').replace(/(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Za-z])/g, ' ')}`,
  },
  {
    name: 'file name',
    pattern:
      /\b([\w-]+)\.(pdf|docx?|xlsx?|pptx?|txt|csv|png|jpe?g|gif|mp[34]|zip|html?|js|ts|py|json|exe|md)\b/g,
    say: ([, name, extension]) => `${sayPart(name)} dot ${sayExtension(extension)}`,
  },
]

/** An address read out: marks by name, labels as words, or by letter where no one could say them. */
function sayAddress(address: string): string {
  const parts = address.split(/([^A-Za-z0-9])/).filter((part) => part !== '')
  return parts
    .map((part, i) => {
      if (!/[A-Za-z0-9]/.test(part)) return MARKS[part] ?? ''
      const afterDot = parts[i - 1] === '.'
      const ends = parts[i + 1] === undefined || parts[i + 1] === '/' || parts[i + 1] === '.'
      return afterDot && ends && part.length <= 3 && !SAID_TLDS.has(part.toLowerCase())
        ? spell(part)
        : sayPart(part)
    })
    .filter((words) => words !== '')
    .join(' ')
}

function sayPart(part: string): string {
  return part
    .split(/(\d+)|[_-]/)
    .filter((piece) => piece)
    .map((piece) => {
      if (/\d/.test(piece)) return piece.length > 4 ? digitByDigit(piece) : piece
      return piece.length > 1 && /[aeiouy]/i.test(piece) ? piece : spell(piece)
    })
    .join(' ')
}

const SAID_EXTENSIONS = new Set(['zip', 'gif', 'doc', 'docx', 'json'])

function sayExtension(extension: string): string {
  return SAID_EXTENSIONS.has(extension) ? extension.replace('docx', 'doc X') : spell(extension)
}
