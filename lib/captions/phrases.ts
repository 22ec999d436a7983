import { withoutPronunciations } from '@/lib/boson/pronunciations'
import type { Word } from '@/lib/boson/schemas'
import { TAG_PATTERN } from '@/lib/boson/tags'

/** Seconds each takes, fitted to the local voices: within 12 % on eight English texts of 1 to 13 s, two voices. */
const LETTER_SECONDS = 0.07
const DIGIT_SECONDS = 0.26
const STOP_SECONDS = 0.4

/** Rough seconds a script takes to say, pauses included; 0 for nothing to say. The voice decides, this only foretells. */
export function speechSeconds(script: string): number {
  const text = withoutTags(script)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const digits = text.match(/\p{N}/gu)?.length ?? 0
  if (letters + digits === 0) return 0
  const stops = text.match(/[.!?…]+(?=\s|$)/g)?.length ?? 0
  return letters * LETTER_SECONDS + digits * DIGIT_SECONDS + stops * STOP_SECONDS
}

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

/** Null where the words are not those of the texts. */
function timed(texts: string[], words: readonly Word[], seconds: number): Phrase[] | null {
  const counts = texts.map((text) => written(text).length)
  // What is said as one may be written as several: a name of two words, a dash that nobody says.
  const times = words.flatMap(({ word, ...time }) => written(word).map(() => time))
  if (counts.includes(0) || counts.reduce((sum, count) => sum + count, 0) !== times.length) return null
  let from = 0
  const said = texts.map((text, i) => {
    const [first, last] = [times[from], times[from + counts[i] - 1]]
    from += counts[i]
    return { start: first.start, end: last.end, text }
  })
  return said.map((phrase, i) => {
    const next = said[i + 1]?.start ?? seconds
    return { ...phrase, end: next - phrase.end < SHORT_GAP ? next : phrase.end + LINGER }
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

function splitPhrases(script: string): string[] {
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
