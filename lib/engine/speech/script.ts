import { isDeepStrictEqual } from 'node:util'
import { withoutPronunciations } from '@/lib/boson/pronunciations'
import {
  EMOTIONS,
  type Emotion,
  parseTags,
  STYLES,
  type Style,
  TAG_PATTERN,
  type Tag,
} from '@/lib/boson/tags'
import { type Delivery, deliveryOf } from './delivery'
import { isMade, type MadeSound } from './voice/made-sounds'
import { withoutWrittenSound } from './written-sounds'

/** How a stretch of a script is said, over the voice's own style, and what the script asked for. */
export type Manner = Delivery & { emotion: Emotion | null; style: Style | null }

/** A script in reading order. */
export type ScriptPart =
  /** `continues`: a break or a new manner cuts the sentence, so it must not sound finished. */
  | { kind: 'words'; text: string; manner: Manner; continues: boolean }
  | { kind: 'pause'; seconds: number }
  | { kind: 'sound'; sound: MadeSound; manner: Manner }

/** Ends in a mark, so that what follows may well stand apart. */
const ENDED = /[.!?…:;,—]["')\]]*\s*$/
const EXPRESSIVE_RANGE: Readonly<Record<string, number>> = { expressive_high: 1.4, expressive_low: 0.6 }

/**
 * A script with inline tags as words, breaks and sounds. A sound the voice cannot make is left out, as is what is
 * plainly the sound written out after its tag. Tags nobody knows are not said.
 */
export function planScript(script: string): ScriptPart[] {
  const parts: ScriptPart[] = []
  let sound: string | undefined
  let manner = mannerOf([])
  const cut = () => {
    const before = parts.at(-1)
    if (before?.kind === 'words') before.continues = !ENDED.test(before.text)
  }
  for (const segment of parseTags(script)) {
    if (segment.kind === 'pause') {
      const [shortest, longest] = segment.tag.seconds ?? [0, 0]
      cut()
      parts.push({ kind: 'pause', seconds: (shortest + longest) / 2 })
    } else if (segment.kind === 'sound') {
      sound = segment.tag.name
      if (!isMade(sound)) continue
      cut()
      parts.push({ kind: 'sound', sound, manner })
    } else {
      const spoken = segment.text.replace(TAG_PATTERN, ' ')
      const text = sound ? withoutWrittenSound(sound, spoken) : spoken
      sound = undefined
      manner = mannerOf(segment.tags)
      const before = parts.at(-1)
      if (before?.kind === 'words' && isDeepStrictEqual(before.manner, manner)) {
        before.text += text
        continue
      }
      cut()
      parts.push({ kind: 'words', text, manner, continues: false })
    }
  }
  return parts
}

/** Everything in a script that is said, without tags and pronunciations. */
export function spokenText(script: string): string {
  return withoutPronunciations(script.replace(TAG_PATTERN, ' '))
}

function mannerOf(tags: readonly Tag[]): Manner {
  const emotion = EMOTIONS.find((name) => tags.some((tag) => tag.name === name)) ?? null
  const style = STYLES.find((name) => tags.some((tag) => tag.name === name)) ?? null
  const prosody = tags.map(({ name, speed, semitones }) => ({
    speed,
    semitones,
    range: EXPRESSIVE_RANGE[name],
  }))
  return { emotion, style, ...deliveryOf(emotion, style, prosody) }
}
