import { StudioError } from '@/lib/boson/errors'

/** Spellings of one character that mean another, mapped before anything reads the text. */
const EQUIVALENT: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u02BC\uFF07`´]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g, '"'],
  [/\.{3,}|…+/g, '…'],
  [/[\u2010\u2011\u00AD]/g, '-'],
  [/[\u2012\u2013]/g, '–'],
  [/[\u2014\u2015]|--+/g, '—'],
  [/\u2212/g, '-'],
  [/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g, ' '],
  [/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n'],
]

/** Compatibility forms with a plain reading: full width, mathematical letters, ligatures. */
const COMPATIBILITY = /[\uFB00-\uFB06\uFF01-\uFF5E]|[\u{1D400}-\u{1D7FF}]/gu

/** What nobody can say: control and format characters, private use, unassigned, lone surrogates, emoji and their parts. */
const UNSPEAKABLE =
  /(?![\n©®™])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{C}|[\uFE00-\uFE0F\u20E3]|[\u{E0020}-\u{E007F}])/gu

const LETTER = /\p{L}/gu
const LATIN = /\p{Script=Latin}/u
/** A Greek letter alone is a symbol (π, α), not a foreign word. */
const LONE_GREEK = /(?<!\p{L})\p{Script=Greek}(?!\p{L})/gu

/** The script with one spelling for each mark and nothing that cannot be spoken. Line breaks stay. */
export function cleanCharacters(script: string): string {
  let text = script.normalize('NFC').replace(COMPATIBILITY, (form) => form.normalize('NFKC'))
  for (const [pattern, plain] of EQUIVALENT) text = text.replace(pattern, plain)
  return text.replace(UNSPEAKABLE, ' ').replace(/ {2,}/g, ' ').trim()
}

/**
 * Refuses a text most of whose letters are not Latin: the voices speak English.
 * @throws StudioError `invalid_request` with code `language_not_supported`.
 */
export function requireLatinScript(text: string): void {
  const letters = text.replace(LONE_GREEK, '').match(LETTER) ?? []
  const latin = letters.filter((letter) => LATIN.test(letter)).length
  if (latin * 2 >= letters.length) return
  throw new StudioError(
    'invalid_request',
    'The script is not in English, the only language the studio’s own voices speak. Write it in English, or upload a recording instead.',
    { param: 'input_tts', code: 'language_not_supported' },
  )
}
