import { withoutPronunciations } from '@/lib/boson/pronunciations'
import type { Word } from '@/lib/boson/schemas'
import { TAG_PATTERN } from '@/lib/boson/tags'
import { speechSeconds } from './speech-seconds'

/** A script as it is heard: without the tags that direct the voice, and pronunciations given. */
export function withoutTags(script: string): string {
  return withoutPronunciations(script.replace(TAG_PATTERN, ''))
}

/** A phrase and when it is said, in seconds from the video's start. The texts together are what is heard. */
export type Phrase = { start: number; end: number; text: string }

const LONGEST_PHRASE = 84
/** A phrase stays until the next one where that comes this soon, in seconds; else this much longer than it is said. */
const SHORT_GAP = 1
const LINGER = 0.5

/**
 * Lays a script over a video of `seconds`. Where the times of its words are known each phrase has its own; else phrases
 * get time in proportion to what each takes to say: good to about half a second in a short video.
 */
export function phrases(script: string, seconds: number, words: readonly Word[] | null = null): Phrase[] {
  if (seconds <= 0) return []
  const texts = splitPhrases(withoutTags(script))
  return (words && timed(texts, words, seconds)) ?? estimated(texts, seconds)
}

function timed(texts: string[], words: readonly Word[], seconds: number): Phrase[] | null {
  const times = timesOf(texts, words)
  const said = times?.map((time, i) => ({ ...time, text: texts[i] }))
  return (
    said?.map((phrase, i) => {
      const next = said[i + 1]?.start ?? seconds
      return { ...phrase, end: next - phrase.end < SHORT_GAP ? next : phrase.end + LINGER }
    }) ?? null
  )
}

/** From when to when texts are said that follow each other; null where the words are not theirs. */
export function timesOf(
  texts: readonly string[],
  words: readonly Word[],
): { start: number; end: number }[] | null {
  const counts = texts.map((text) => written(text).length)
  // What is said as one may be written as several: a name of two words, a dash that nobody says.
  const times = words.flatMap(({ word, ...time }) => written(word).map(() => time))
  if (counts.includes(0) || counts.reduce((sum, count) => sum + count, 0) !== times.length) return null
  let from = 0
  return counts.map((count) => {
    const [first, last] = [times[from], times[from + count - 1]]
    from += count
    return { start: first.start, end: last.end }
  })
}

/** The words of a text as it stands on the page. */
function written(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function estimated(texts: string[], seconds: number): Phrase[] {
  const total = texts.reduce((sum, text) => sum + speechSeconds(text), 0)
  if (total === 0) return []
  let at = 0
  return texts.map((text) => {
    const start = at
    at += (speechSeconds(text) / total) * seconds
    return { start, end: at, text }
  })
}

/** A text in parts that fit a caption: sentences, and parts of long ones. */
export function splitPhrases(script: string): string[] {
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(script)].map(
    (s) => s.segment,
  )
  const parts = sentences.flatMap((sentence) =>
    sentence.length <= LONGEST_PHRASE ? [sentence] : breakUp(sentence),
  )
  // What takes no time, such as a dash on its own, belongs to the phrase before it, or to the first.
  const kept: string[] = []
  for (const part of parts) {
    const last = kept.at(-1)
    const joins = last !== undefined && (speechSeconds(part) === 0 || speechSeconds(last) === 0)
    if (joins) kept[kept.length - 1] += part
    else kept.push(part)
  }
  return kept
}

/** Breaks a long sentence after commas where it can, between words where it must. */
function breakUp(sentence: string): string[] {
  const parts: string[] = []
  let rest = sentence
  while (rest.length > LONGEST_PHRASE) {
    const head = rest.slice(0, LONGEST_PHRASE)
    const comma = Math.max(...[...head.matchAll(/[,;:–—]\s/g)].map((match) => match.index + 2), 0)
    const at = comma > LONGEST_PHRASE / 3 ? comma : head.lastIndexOf(' ') + 1 || LONGEST_PHRASE
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}
