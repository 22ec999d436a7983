/** A sentence longer than this is cut: a voice that is stuck in one should not hold up the rest for long. */
const MOST_CHARACTERS = 300

/** A sentence of a script, and whether its line ends with it. */
export type WrittenSentence = { text: string; endsLine: boolean }

/**
 * The sentences of a text in any language, by the Unicode rules for it (UAX 29); too long ones are cut after a mark, or
 * between words. Parts that hold neither letter nor digit are left out.
 * @param language BCP 47
 */
export function writtenSentences(text: string, language: string): WrittenSentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return text.split(/\n+/).flatMap((line) => {
    const parts = [...segmenter.segment(line)]
      .flatMap(({ segment }) => cut(segment.trim()))
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
    return parts.map((part, i) => ({ text: part, endsLine: i === parts.length - 1 }))
  })
}

function cut(sentence: string): string[] {
  if (sentence.length <= MOST_CHARACTERS) return [sentence]
  const fits = sentence.slice(0, MOST_CHARACTERS)
  const mark = Math.max(...[',', ';', ':', '—', '،', '，', '、'].map((sign) => fits.lastIndexOf(sign)))
  const space = fits.lastIndexOf(' ')
  const at = mark > MOST_CHARACTERS / 3 ? mark + 1 : space > 0 ? space : MOST_CHARACTERS
  return [sentence.slice(0, at).trim(), ...cut(sentence.slice(at).trim())]
}
