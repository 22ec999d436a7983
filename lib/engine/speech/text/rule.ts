/** How one thing people write is said: whatever `pattern` matches is replaced by what `say` gives. */
export type Rule = {
  /** What the rule is about, for tests and for the reader. */
  name: string
  /** Global, as `replaceAll` requires. */
  pattern: RegExp
  /** Words for the match; undefined where it is not what it looked like, which leaves it alone. */
  say: (match: string[]) => string | undefined
}

/**
 * Put before letters that are to be read by name: a private-use character, so no script can contain it
 * (`characters.ts` drops them).
 */
export const SPELL_MARK = '\uE000'

/** Applies rules in order, each to what the ones before it left. */
export function applyRules(text: string, rules: readonly Rule[]): string {
  return rules.reduce(
    (result, { pattern, say }) =>
      result.replaceAll(pattern, (...args) => {
        const groups: string[] = []
        for (const arg of args) {
          if (typeof arg === 'number') break
          groups.push(arg ?? '')
        }
        return say(groups) ?? groups[0]
      }),
    text,
  )
}

/** Marks letters to be read by name: "FBI" → "eff bee eye". Anything but letters and digits falls away. */
export function spell(letters: string): string {
  const plain = letters.replace(/[^\p{L}\p{N}]/gu, '')
  return plain === '' ? '' : `${SPELL_MARK}${plain}`
}

/**
 * Whether an abbreviation's point is also a full stop: what follows starts a sentence, or nothing does.
 * @param after the next few characters, as `NEXT_CHARACTERS` captures them.
 */
export function endsSentence(after: string): boolean {
  return /^\s*(?:$|\n|\s+["'(]?[A-Z])/.test(after)
}

/** The same after what is often followed by a name: only words that begin sentences tell. */
export function surelyEndsSentence(after: string): boolean {
  return /^\s*(?:$|\n|\s["'(]?(?:The|A|It|He|She|We|They|I|In|But|And|This|That|You)\b)/.test(after)
}

/** Captures what follows a match, for `endsSentence`. */
export const NEXT_CHARACTERS = '(?=([\\s\\S]{0,8}))'

/** An alternation of literal strings for a pattern, longest first. */
export function oneOf(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')
}
