/**
 * How people write the sounds of `sfx` tags, in regular expressions. What may as well begin a sentence ("he", "la")
 * counts only where it is repeated, or a mark follows.
 */
const FORMS: Readonly<Record<string, string>> = {
  cough: 'ahe+m+|ko+ff|ka+ff|kh{2,}|coughs?(?=[\\s,.…!-]*(?:cough|[,.…!-]|$))',
  laughter:
    'b?wa+-?ha+|ha+h?|heh|[ha]{4,}|[he]{4,}|[hi]{4,}|[ho]{4,}|(?:(?:he+|hi+|ho+|te+)[\\s,-]+)+(?:he+|hi+|ho+)|lol',
  crying: '(?:boo+|hoo+|hu+)(?:[\\s,-]*hoo+|[\\s,-]*hu+)+|wa+h+|sobs?(?=[\\s,.…!-]*(?:sob|[,.…!-]|$))',
  screaming: 'a+r*g*h+|a{3,}|e{2,}k+|ya+h+',
  burping: 'bu+rp|be+lch|bra+p',
  humming: 'h?m{2,}h?m*|hm+|(?:(?:la+|da+|du+m|hum)[\\s,-]+)+(?:la+|da+|du+m|hum)',
  sigh: 'a+h+|ha+h+|ha{2,}|phe+w+|whe+w+|hu+h+|ugh+|sigh(?=\\s*(?:[,.…!-]|$))',
  sniff: 'sni+ff?(?:le)?(?=[\\s,.…!-]*(?:sni|[,.…!-]|$))|sn[rf]+f',
  sneeze: '[ha]+t?[\\s-]*t?cho+|[ha]+t?[\\s-]*t?chu+|[ha]+[\\s-]*tishoo+',
}

/** "*laughs*", "(sighs)" */
const IN_BRACKETS = '[*(\\[][\\p{L} ]{1,24}[*)\\]]'

const PATTERNS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(FORMS).map(([sound, forms]) => {
    const whole = `(?:(?:${forms})(?![\\p{L}\\p{N}'’]))`
    return [
      sound,
      new RegExp(`^\\s*(?:${IN_BRACKETS}|${whole}(?:[\\s,.…!~-]*${whole})*)[\\s,.…!?~—-]*`, 'iu'),
    ]
  }),
)

/**
 * A text without the sound that it begins with, where that is plainly the one of the tag before it:
 * `<|sfx:laughter|>Haha, no` is said as "no". A text that begins with a word stays whole.
 * @param sound name of an `sfx` tag
 */
export function withoutWrittenSound(sound: string, text: string): string {
  return text.replace(PATTERNS.get(sound) ?? /^$/, ' ')
}
