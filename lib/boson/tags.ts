/**
 * Inline tags of Boson's speech models, `<|category:name|>`, written into a script to direct how it is said.
 * Imports nothing: pages, the provider and the local engine read the same table.
 */

export type TagCategory = 'emotion' | 'style' | 'sfx' | 'prosody'

/** Of each group at most one tag is in force; a later one replaces it. */
export type TagGroup = 'emotion' | 'style' | 'speed' | 'pitch' | 'expressiveness' | 'sound' | 'pause'

export type Tag = {
  category: TagCategory
  name: string
  group: TagGroup
  /** As written: `<|category:name|>`. */
  text: string
  /** Where it belongs: before what it colours, right before a written sound, or exactly where a break falls. */
  place: 'start' | 'before_sound' | 'in_place'
  /** Factor on the rate of speech. */
  speed?: number
  /** Shift of pitch in semitones. */
  semitones?: number
  /** Length of a break in seconds, shortest and longest. */
  seconds?: readonly [number, number]
}

export const EMOTIONS = [
  ...(['elation', 'amusement', 'enthusiasm', 'determination', 'pride', 'contentment', 'affection'] as const),
  ...(['relief', 'contemplation', 'confusion', 'surprise', 'awe', 'longing', 'arousal', 'anger'] as const),
  ...(['fear', 'disgust', 'bitterness', 'sadness', 'shame', 'helplessness'] as const),
]
export type Emotion = (typeof EMOTIONS)[number]

export const STYLES = ['singing', 'shouting', 'whispering'] as const
export type Style = (typeof STYLES)[number]

const SOUNDS = 'cough laughter crying screaming burping humming sigh sniff sneeze'

/** All 43 tags, in the order of Boson's documentation. */
export const TAGS: readonly Tag[] = [
  ...EMOTIONS.map((name) => tag('emotion', name, 'emotion', 'start')),
  ...STYLES.map((name) => tag('style', name, 'style', 'start')),
  ...SOUNDS.split(' ').map((name) => tag('sfx', name, 'sound', 'before_sound')),
  tag('prosody', 'speed_very_slow', 'speed', 'start', { speed: 0.65 }),
  tag('prosody', 'speed_slow', 'speed', 'start', { speed: 0.85 }),
  tag('prosody', 'speed_fast', 'speed', 'start', { speed: 1.2 }),
  tag('prosody', 'speed_very_fast', 'speed', 'start', { speed: 1.4 }),
  tag('prosody', 'pitch_low', 'pitch', 'start', { semitones: -3 }),
  tag('prosody', 'pitch_high', 'pitch', 'start', { semitones: 2.5 }),
  tag('prosody', 'expressive_high', 'expressiveness', 'start'),
  tag('prosody', 'expressive_low', 'expressiveness', 'start'),
  tag('prosody', 'pause', 'pause', 'in_place', { seconds: [0.4, 0.7] }),
  tag('prosody', 'long_pause', 'pause', 'in_place', { seconds: [0.7, 1.5] }),
]

/** A piece of a script, in reading order. */
export type Segment =
  /** Words, and the tags in force over them (of each group the last one met). Never empty. */
  | { kind: 'text'; text: string; tags: readonly Tag[] }
  /** A break exactly here. */
  | { kind: 'pause'; tag: Tag }
  /** A sound; the words after it are usually the sound written out. */
  | { kind: 'sound'; tag: Tag }

const BY_TEXT: ReadonlyMap<string, Tag> = new Map(TAGS.map((tag) => [tag.text, tag]))

/** Anything that looks like a tag, known or not. */
export const TAG_PATTERN = /<\|[^|<>]*\|>/g

/**
 * Splits a script at its tags. A tag this table does not know stays in the text as written, since the
 * upstream model reads it as text; joining `text` of all segments gives the script without known tags.
 */
export function parseTags(script: string): Segment[] {
  const segments: Segment[] = []
  const inForce = new Map<TagGroup, Tag>()
  let pending = ''
  const flush = () => {
    if (pending !== '') segments.push({ kind: 'text', text: pending, tags: [...inForce.values()] })
    pending = ''
  }
  let from = 0
  for (const match of script.matchAll(TAG_PATTERN)) {
    pending += script.slice(from, match.index)
    from = match.index + match[0].length
    const tag = BY_TEXT.get(match[0])
    if (!tag) {
      pending += match[0]
      continue
    }
    flush()
    if (tag.group === 'pause' || tag.group === 'sound') segments.push({ kind: tag.group, tag })
    else inForce.set(tag.group, tag)
  }
  pending += script.slice(from)
  flush()
  return segments
}

function tag(
  category: TagCategory,
  name: string,
  group: TagGroup,
  place: Tag['place'],
  effect: Pick<Tag, 'speed' | 'semitones' | 'seconds'> = {},
): Tag {
  return { category, name, group, text: `<|${category}:${name}|>`, place, ...effect }
}
