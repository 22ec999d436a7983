import type { Phrase } from './phrases'

/** Phrases as a WebVTT file. */
export function webVtt(phrases: readonly Phrase[]): string {
  const cues = shownPhrases(phrases).map(
    ({ start, end, text }) => `${stamp(start, '.')} --> ${stamp(end, '.')}\n${escapeCue(text)}`,
  )
  return `WEBVTT\n\n${cues.join('\n\n')}\n`
}

/** Phrases as a SubRip file. */
export function subRip(phrases: readonly Phrase[]): string {
  const cues = shownPhrases(phrases).map(
    ({ start, end, text }, i) => `${i + 1}\n${stamp(start, ',')} --> ${stamp(end, ',')}\n${text}`,
  )
  return `${cues.join('\n\n')}\n`
}

/** Phrases as they are shown: on one line, and only those with something to read. */
export function shownPhrases(phrases: readonly Phrase[]): Phrase[] {
  return phrases
    .map((phrase) => ({ ...phrase, text: phrase.text.trim().replace(/\s+/g, ' ') }))
    .filter(({ text }) => text !== '')
}

function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** `00:01:02.345`, with the point or comma the format wants before the thousandths. */
export function stamp(seconds: number, point: string): string {
  const whole = Math.floor(seconds)
  const two = (value: number) => String(value).padStart(2, '0')
  const thousandths = String(Math.floor((seconds - whole) * 1000)).padStart(3, '0')
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${point}${thousandths}`
}
