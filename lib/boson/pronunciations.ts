/**
 * Pronunciations written into a script, as misaki has them: `[Kokoro](/kˈOkəɹO/)`, the word and, between slashes, its
 * sounds. The local engine says the sounds; everywhere else the word stands alone. Imports nothing, as the table of tags.
 */
export const PRONUNCIATION_PATTERN = /\[([^[\]\n]{1,80})\]\(\/([^/()\n]{1,80})\/\)/g

/** A script with the words only: `[Kokoro](/kˈOkəɹO/)` → `Kokoro`. */
export function withoutPronunciations(script: string): string {
  return script.replace(PRONUNCIATION_PATTERN, '$1')
}
