import { type Stretch, sentencesOf } from '@/components/script/sentences'
import type { Word } from '@/lib/boson/schemas'
import { timesOf, withoutTags } from '@/lib/captions/phrases'

/** A sentence of a script: where it stands, what is written there, and when it is said where that is known. */
export type Sentence = Stretch & { text: string; start: number | null; end: number | null }

/** The sentences of a script that was said, in order. */
export function saidSentences(script: string, words: readonly Word[] | null | undefined): Sentence[] {
  const stretches = sentencesOf(script).map(({ from, to }) => trimmed(script, from, to))
  const texts = stretches.map(({ from, to }) => script.slice(from, to))
  const times = words ? timesOf(texts.map(withoutTags), words) : null
  return stretches.map((stretch, i) => ({
    ...stretch,
    text: texts[i],
    start: times?.[i].start ?? null,
    end: times?.[i].end ?? null,
  }))
}

/** A script with some of its sentences replaced, by their numbers; those without a word are left out. */
export function changedScript(
  script: string,
  sentences: readonly Sentence[],
  changes: Readonly<Record<number, string>>,
): string {
  let changed = ''
  let at = 0
  for (const [i, { from, to, text }] of sentences.entries()) {
    changed += script.slice(at, from) + (changes[i]?.trim() ?? text)
    at = to
  }
  return (changed + script.slice(at)).trim()
}

function trimmed(script: string, from: number, to: number): Stretch {
  const blank = /^\s*/.exec(script.slice(from, to))?.[0].length ?? 0
  return { from: from + blank, to }
}
