import { withoutPronunciations } from '@/lib/boson/pronunciations'
import { EMOTIONS, parseTags, STYLES, TAG_PATTERN, type Tag } from '@/lib/boson/tags'
import { deliveryOf } from '@/lib/engine/speech/delivery'
import { withoutWrittenSound } from '@/lib/engine/speech/written-sounds'

/** Seconds each takes, fitted to the local voices: within 12 % on eight English texts of 1 to 13 s, two voices. */
const LETTER_SECONDS = 0.07
const DIGIT_SECONDS = 0.26
const STOP_SECONDS = 0.4
/** With the silence after them; the other sounds the local voices leave out. */
const SOUND_SECONDS: Readonly<Record<string, number>> = { sigh: 1.15, sniff: 0.7, humming: 1.55 }
const ENDS_IN_STOP = /[.!?…]\s*$/

/**
 * Rough seconds a script takes to say, with the pauses, sounds and paces its tags ask for; 0 for nothing to say. The
 * voice decides, this only foretells.
 */
export function speechSeconds(script: string): number {
  let words = 0
  let rest = 0
  let sound = ''
  let stopped = false
  for (const segment of parseTags(script)) {
    if (segment.kind === 'pause') {
      const [shortest, longest] = segment.tag.seconds ?? [0, 0]
      // It takes the place of the rest at a sentence's end.
      if (words > 0) rest += (shortest + longest) / 2 - (stopped ? STOP_SECONDS : 0)
      stopped = false
    } else if (segment.kind === 'sound') {
      sound = segment.tag.name
      rest += SOUND_SECONDS[sound] ?? 0
    } else {
      words += plainSeconds(withoutWrittenSound(sound, segment.text)) * lengthUnder(segment.tags)
      sound = ''
      stopped = ENDS_IN_STOP.test(segment.text)
    }
  }
  return words === 0 ? 0 : words + rest
}

/** Relative length of what is said with these tags in force. */
function lengthUnder(tags: readonly Tag[]): number {
  const emotion = EMOTIONS.find((name) => tags.some((tag) => tag.name === name)) ?? null
  const style = STYLES.find((name) => tags.some((tag) => tag.name === name)) ?? null
  return 1 / deliveryOf(emotion, style, [...tags]).speed
}

function plainSeconds(text: string): number {
  const heard = withoutPronunciations(text.replace(TAG_PATTERN, ''))
  const letters = heard.match(/\p{L}/gu)?.length ?? 0
  const digits = heard.match(/\p{N}/gu)?.length ?? 0
  if (letters + digits === 0) return 0
  const stops = heard.match(/[.!?…]+(?=\s|$)/g)?.length ?? 0
  return letters * LETTER_SECONDS + digits * DIGIT_SECONDS + stops * STOP_SECONDS
}
