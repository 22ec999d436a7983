import { TAGS, type Tag, type TagGroup } from '@/lib/boson/tags'
import { WRITTEN_SOUNDS } from '@/lib/boson/written-sounds'
import type { directionWords } from '@/lib/words/directions'

type Words = (typeof directionWords)['en']
type Kind = keyof Words['kinds']

/** A tag in a reader's words. */
export type Direction = { tag: Tag; words: string }

export type DirectionKind = { title: string; hint: string; directions: Direction[] }

const KINDS = ['emotion', 'style', 'pace', 'sound', 'pause'] as const
const KIND_OF: Readonly<Record<TagGroup, Kind>> = {
  emotion: 'emotion',
  style: 'style',
  speed: 'pace',
  pitch: 'pace',
  expressiveness: 'pace',
  sound: 'sound',
  pause: 'pause',
}

/** What a tag is called; undefined for one that nobody knows, which stays text. */
export function directionOf(text: string, words: Words): { kind: string; words: string } | undefined {
  const tag = TAGS.find((tag) => tag.text === text)
  return tag && { kind: words.kinds[KIND_OF[tag.group]], words: nameOf(tag, words.tags) }
}

/** What goes into the script where a direction is chosen. */
export function textOf({ name, text }: Tag): string {
  return text + (WRITTEN_SOUNDS[name] ?? '')
}

/** All tags by what they do to the words, or those that match what is searched for: by our name or the tag's. */
export function findDirections(wanted: string, words: Words): DirectionKind[] {
  const needle = wanted.trim().toLowerCase()
  return KINDS.map((kind) => {
    const all = TAGS.filter(({ group }) => KIND_OF[group] === kind)
    const named = all.map((tag) => ({ tag, words: nameOf(tag, words.tags) }))
    const directions = named.filter((direction) =>
      `${direction.words} ${direction.tag.name.replaceAll('_', ' ')} ${words.kinds[kind]}`
        .toLowerCase()
        .includes(needle),
    )
    return { title: words.kinds[kind], hint: words.hints[kind], directions }
  }).filter(({ directions }) => directions.length > 0)
}

function nameOf({ name }: Tag, names: Words['tags']): string {
  return isNamed(name, names) ? names[name] : name
}

function isNamed(name: string, names: Words['tags']): name is keyof Words['tags'] {
  return Object.hasOwn(names, name)
}
