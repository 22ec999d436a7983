import { PROVIDERS, SIZES, type Size } from '@/lib/boson/limits'
import type { Point } from '@/lib/boson/schemas'
import { withoutTags } from '@/lib/captions/phrases'
import type { draftWords } from '@/lib/words/drafts'

/** What a person has typed and chosen in the studio; survives a reload. The files lie in `draft-files`. */
export type Draft = {
  id: string
  /** As the person called it; empty where they did not. */
  name: string
  /** When it was begun, in milliseconds. */
  begun: number
  /** Since when it is out of sight; it can be brought back until the studio is opened the next time. */
  deleted: number | null
  mode: 'script' | 'recording'
  script: string
  voice: string | null
  size: Size
  /** Who makes the video, where somebody chose. */
  engine: (typeof PROVIDERS)[number] | null
  /** Where the portrait is looked at, where somebody moved it. */
  view: Record<'x' | 'y' | 'zoom', number> | null
  /** Which of its faces speaks, where somebody chose one. */
  face: Point | null
  /** The part of the recording that is used, in seconds, where somebody trimmed it. */
  trim: Record<'from' | 'to', number> | null
  /** The video on the stage, running or finished. */
  current: string | null
  /** The video that the next one is to be another version of. */
  versionOf: string | null
}

/** A draft as it was kept. Read by hand, for a schema library is a third of the page's code; what makes no sense is left out. */
export function readDraft(id: string, kept: unknown): Draft {
  const { name, begun, deleted, mode, script, voice, size, engine, view, face, trim, current, versionOf } =
    record(kept)
  return {
    id,
    name: text(name) ?? '',
    begun: finite(begun) ?? 0,
    deleted: finite(deleted),
    mode: mode === 'recording' ? mode : 'script',
    script: text(script) ?? '',
    voice: text(voice),
    size: SIZES.find((each) => each === size) ?? '640x640',
    engine: PROVIDERS.find((each) => each === engine) ?? null,
    view: numbers(view, ['x', 'y', 'zoom']),
    face: numbers(face, ['x', 'y']),
    trim: numbers(trim, ['from', 'to']),
    current: text(current),
    versionOf: text(versionOf),
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function numbers<Name extends string>(value: unknown, names: Name[]): Record<Name, number> | null {
  const kept = record(value)
  const found = names.map((name) => [name, finite(kept[name])] as const)
  return found.every(isNumbered) ? recordOf(found) : null
}

function isNumbered<Name>(entry: readonly [Name, number | null]): entry is readonly [Name, number] {
  return entry[1] !== null
}

/** `Object.fromEntries`, which forgets the names. */
function recordOf<Name extends string>(entries: (readonly [Name, number])[]): Record<Name, number> {
  return Object.fromEntries(entries) as Record<Name, number>
}

export function isDeleted({ deleted }: Pick<Draft, 'deleted'>): boolean {
  return deleted !== null
}

const LONGEST_NAME = 40

/** What a draft is called: its name, else how its script begins. */
export function nameOf(
  { name, script }: Pick<Draft, 'name' | 'script'>,
  { untitled }: (typeof draftWords)['en'],
): string {
  if (name) return name
  const words = withoutTags(script).replace(/\s+/g, ' ').trim()
  if (!words) return untitled
  return words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME).trimEnd()}…`
}
