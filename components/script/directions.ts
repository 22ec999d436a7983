import { TAGS, type Tag, type TagGroup } from '@/lib/boson/tags'

/** A tag in a person's words. */
export type Direction = { tag: Tag; words: string }

export type DirectionKind = { title: string; hint: string; directions: Direction[] }

const WORDS: Readonly<Record<string, string>> = {
  arousal: 'Excitement',
  speed_very_slow: 'Very slow',
  speed_slow: 'Slow',
  speed_fast: 'Fast',
  speed_very_fast: 'Very fast',
  pitch_low: 'Low voice',
  pitch_high: 'High voice',
  expressive_high: 'Lively',
  expressive_low: 'Flat',
  pause: 'Pause',
  long_pause: 'Long pause',
  burping: 'Burp',
  screaming: 'Scream',
}

/** How each sound is written out after its tag, which is how the voices expect it. */
const WRITTEN_SOUNDS: Readonly<Record<string, string>> = {
  cough: 'Ahem, ',
  laughter: 'Haha, ',
  crying: 'Boohoo, ',
  screaming: 'Aah! ',
  burping: 'Burp. ',
  humming: 'Hmm, ',
  sigh: 'Ahh, ',
  sniff: 'Sniff. ',
  sneeze: 'Achoo! ',
}

/** All tags, by what they do to the words. */
export const DIRECTION_KINDS: readonly DirectionKind[] = [
  kind('Emotion', 'Holds until the next one', ['emotion']),
  kind('Style', 'Holds until the next one', ['style']),
  kind('Pace and pitch', 'Holds until the next of its kind', ['speed', 'pitch', 'expressiveness']),
  kind('Sound', 'Right here, before the sound written out', ['sound']),
  kind('Pause', 'Right here', ['pause']),
]

const KNOWN: ReadonlyMap<string, { kind: string; words: string }> = new Map(
  DIRECTION_KINDS.flatMap(({ title, directions }) =>
    directions.map(({ tag, words }) => [tag.text, { kind: title, words }] as const),
  ),
)

/** What a tag is called; undefined for one that nobody knows, which stays text. */
export function directionOf(text: string): { kind: string; words: string } | undefined {
  return KNOWN.get(text)
}

/** What goes into the script where a direction is chosen. */
export function textOf({ name, text }: Tag): string {
  return text + (WRITTEN_SOUNDS[name] ?? '')
}

/** The kinds with the directions that match what is searched for, in either language: ours or the tag's. */
export function findDirections(wanted: string): DirectionKind[] {
  const needle = wanted.trim().toLowerCase()
  return DIRECTION_KINDS.map((kind) => ({
    ...kind,
    directions: kind.directions.filter(({ tag, words }) =>
      `${words} ${tag.name.replaceAll('_', ' ')} ${kind.title}`.toLowerCase().includes(needle),
    ),
  })).filter(({ directions }) => directions.length > 0)
}

function kind(title: string, hint: string, groups: TagGroup[]): DirectionKind {
  const directions = TAGS.filter(({ group }) => groups.includes(group)).map((tag) => ({
    tag,
    words: WORDS[tag.name] ?? capitalised(tag.name),
  }))
  return { title, hint, directions }
}

function capitalised(name: string): string {
  return name[0].toUpperCase() + name.slice(1)
}
