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

/** A script as it is heard: without the tags that direct the voice. */
export function withoutTags(script: string): string {
  return script.replace(TAG_PATTERN, '')
}

/** A phrase and when it is said, in seconds from the video's start. The texts together are what is heard. */
type Phrase = { start: number; end: number; text: string }

const LONGEST_PHRASE = 84

/**
 * Lays a script over a video of `seconds`: phrases in proportion to the time each takes to say.
 * An estimate, good to about half a second in a short video, which is enough to follow by eye.
 */
export function phrases(script: string, seconds: number): Phrase[] {
  const texts = splitPhrases(withoutTags(script))
  const total = texts.reduce((sum, text) => sum + speechSeconds(text), 0)
  if (total === 0 || seconds <= 0) return []
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

/** The phrases as a WebVTT file. */
export function webVtt(cues: Phrase[]): string {
  const blocks = cues
    .filter(({ text }) => text.trim())
    .map(({ start, end, text }) => `${stamp(start)} --> ${stamp(end)}\n${escapeCue(text)}`)
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`
}

function escapeCue(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function stamp(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const thousandths = String(Math.floor((seconds - whole) * 1000)).padStart(3, '0')
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${thousandths}`
}
