import {
  EMOTIONS,
  type Emotion,
  parseTags,
  STYLES,
  type Style,
  TAG_PATTERN,
  type Tag,
} from '@/lib/boson/tags'

/** How a stretch of a script is said, over the voice's own style. */
export type Manner = {
  emotion: Emotion | null
  style: Style | null
  /** Factor on the rate of speech. */
  speed: number
  semitones: number
  /** Factor on the intonation's excursions. */
  range: number
}

/** A script in reading order. */
export type ScriptPart =
  /** `continues`: a break or a new manner cuts the sentence, so it must not sound finished. */
  { kind: 'words'; text: string; manner: Manner; continues: boolean } | { kind: 'pause'; seconds: number }

/** Ends in a mark, so that what follows may well stand apart. */
const ENDED = /[.!?…:;,—]["')\]]*\s*$/
const EXPRESSIVE_RANGE: Readonly<Record<string, number>> = { expressive_high: 1.4, expressive_low: 0.6 }

/**
 * A script with inline tags as words and breaks. Speed, pitch, expressiveness, whispering and pauses are honoured;
 * emotions, sounds and tags nobody knows are not said.
 */
export function planScript(script: string): ScriptPart[] {
  const parts: ScriptPart[] = []
  for (const segment of parseTags(script)) {
    const before = parts.at(-1)
    if (segment.kind === 'pause') {
      const [shortest, longest] = segment.tag.seconds ?? [0, 0]
      if (before?.kind === 'words') before.continues = !ENDED.test(before.text)
      parts.push({ kind: 'pause', seconds: (shortest + longest) / 2 })
    } else if (segment.kind === 'text') {
      const text = segment.text.replace(TAG_PATTERN, ' ')
      const manner = mannerOf(segment.tags)
      if (before?.kind === 'words' && sameManner(before.manner, manner)) {
        before.text += text
        continue
      }
      if (before?.kind === 'words') before.continues = !ENDED.test(before.text)
      parts.push({ kind: 'words', text, manner, continues: false })
    }
  }
  return parts
}

/** Everything in a script that is said, without its tags. */
export function spokenText(script: string): string {
  return script.replace(TAG_PATTERN, ' ')
}

function mannerOf(tags: readonly Tag[]): Manner {
  const manner: Manner = {
    emotion: EMOTIONS.find((emotion) => tags.some(({ name }) => name === emotion)) ?? null,
    style: STYLES.find((style) => tags.some(({ name }) => name === style)) ?? null,
    speed: 1,
    semitones: 0,
    range: 1,
  }
  for (const tag of tags) {
    manner.speed *= tag.speed ?? 1
    manner.semitones += tag.semitones ?? 0
    manner.range *= EXPRESSIVE_RANGE[tag.name] ?? 1
  }
  return manner
}

function sameManner(a: Manner, b: Manner): boolean {
  return (
    a.emotion === b.emotion &&
    a.style === b.style &&
    a.speed === b.speed &&
    a.semitones === b.semitones &&
    a.range === b.range
  )
}
