import { useSyncExternalStore } from 'react'
import { forgetBatchDraft } from '@/components/batch/kept-batch'
import { type Draft, isDeleted, readDraft } from './draft'
import { copyFiles, FIRST_DRAFT, forgetAllFiles, forgetFiles } from './draft-files'

const OPEN = 'studio.open'
/** Each draft under a key of its own, so that two open pages do not write over each other's. */
const PREFIX = 'studio.draft.'
/** From when there was only one. */
const SINGLE = 'studio.draft'

type Drafts = {
  /** Oldest first; at least one that is not deleted. */
  all: readonly Draft[]
  open: string
  /** What brought the page here, which says where the focus belongs. */
  after: 'arrival' | 'opening' | 'deletion'
}

const EMPTY = readDraft(FIRST_DRAFT, {})
const AT_FIRST: Drafts = { all: [EMPTY], open: FIRST_DRAFT, after: 'arrival' }
const listeners = new Set<() => void>()
let drafts: Drafts | undefined

/** The drafts as they are kept; those deleted before are forgotten now. */
function read(): Drafts {
  try {
    const single = localStorage.getItem(SINGLE)
    if (single !== null) {
      localStorage.setItem(PREFIX + FIRST_DRAFT, single)
      localStorage.removeItem(SINGLE)
    }
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    const all = kept.map((key) => parse(key.slice(PREFIX.length))).sort((a, b) => a.begun - b.begun)
    for (const { id } of all.filter(isDeleted)) forget(id)
    return opened(
      all.filter((draft) => !isDeleted(draft)),
      localStorage.getItem(OPEN),
    )
  } catch {
    // Storage may be switched off or hold something foreign; drafts then live as long as the page.
    return AT_FIRST
  }
}

function parse(id: string): Draft {
  return readDraft(id, JSON.parse(localStorage.getItem(PREFIX + id) ?? '{}'))
}

function opened(all: Draft[], wanted: string | null): Drafts {
  if (all.length === 0) return AT_FIRST
  const open = all.find(({ id }) => id === wanted)?.id ?? all[all.length - 1].id
  return { all, open, after: 'arrival' }
}

function forget(id: string): void {
  localStorage.removeItem(PREFIX + id)
  void forgetFiles(id)
}

function current(): Drafts {
  drafts ??= read()
  return drafts
}

/** Takes in a new state and keeps the draft that changed. */
function become(next: Drafts, changed: Draft | null): void {
  drafts = next
  try {
    localStorage.setItem(OPEN, next.open)
    if (changed) localStorage.setItem(PREFIX + changed.id, JSON.stringify(changed))
  } catch {
    // See `read`.
  }
  for (const heard of listeners) heard()
}

function subscribe(changed: () => void) {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function find(id: string): Draft | undefined {
  return current().all.find((draft) => draft.id === id)
}

/** All drafts and which of them is open. */
export function useDrafts(): Drafts {
  return useSyncExternalStore(subscribe, current, () => AT_FIRST)
}

/** The draft that is open. */
export function useDraft(): Draft {
  const { all, open } = useDrafts()
  return all.find(({ id }) => id === open) ?? EMPTY
}

export type DraftChange = Partial<Omit<Draft, 'id'>>

/** Changes one draft, whichever is open: what was asked for in one must not arrive in another. */
export function changeDraft(id: string, change: DraftChange): void {
  const before = find(id)
  if (!before) return
  const changed = { ...before, ...change }
  const now = current()
  become({ ...now, all: now.all.map((draft) => (draft.id === id ? changed : draft)) }, changed)
}

export function openDraft(id: string): void {
  if (find(id)) become({ ...current(), open: id, after: 'opening' }, null)
}

/** Begins an empty draft and opens it. Voice, shape and engine stay, as most people keep to theirs. */
export function beginDraft(): void {
  const before = find(current().open)
  add({
    ...EMPTY,
    voice: before?.voice ?? null,
    size: before?.size ?? EMPTY.size,
    engine: before?.engine ?? null,
  })
}

/** Begins a draft that has some of it already, and opens it. Its files are kept under its id before. */
export function addDraft(draft: DraftChange & { id: string }): void {
  add({ ...EMPTY, ...draft })
}

/** Opens a copy under a name of its own, its files included; a video that was made stays with the first. */
export async function duplicateDraft(id: string, name: string): Promise<void> {
  const before = find(id)
  if (!before) return
  const copy = newId()
  await copyFiles(id, copy)
  add({ ...before, id: copy, name, current: null })
}

function add(draft: Draft): void {
  const added = { ...draft, id: draft.id === EMPTY.id ? newId() : draft.id, begun: Date.now() }
  become({ all: [...current().all, added], open: added.id, after: 'opening' }, added)
}

/** Takes a draft out of sight and opens its neighbour, a new one where it was the last. */
export function deleteDraft(id: string): void {
  changeDraft(id, { deleted: Date.now() })
  const { all, open } = current()
  const neighbour = all.filter((draft) => !isDeleted(draft)).at(-1)
  if (open === id && neighbour) openDraft(neighbour.id)
  else if (open === id) beginDraft()
  become({ ...current(), after: 'deletion' }, null)
}

/** True once after that happened: whoever asks takes the focus. */
export function takesFocus(after: Drafts['after']): boolean {
  if (!drafts || drafts.after !== after) return false
  drafts = { ...drafts, after: 'arrival' }
  return true
}

/** Brings a deleted draft back and opens it. */
export function restoreDraft(id: string): void {
  changeDraft(id, { deleted: null })
  openDraft(id)
}

/** Leaves nothing of one person's work for the next who signs in on this machine. */
export async function forgetDrafts(): Promise<void> {
  const { all } = current()
  become(AT_FIRST, null)
  forgetBatchDraft()
  try {
    for (const { id } of all) localStorage.removeItem(PREFIX + id)
    localStorage.removeItem(OPEN)
  } catch {
    // See `read`.
  }
  await forgetAllFiles()
}

/** A name for a draft. (`crypto.randomUUID` is not there on plain http.) */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, '0')).join('')
}
