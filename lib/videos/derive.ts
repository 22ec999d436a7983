import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { StudioError } from '@/lib/boson/errors'
import type { WorkOptions } from '@/lib/engine/types'
import { storage, temporaryDirectory } from '@/lib/storage/files'

/** How a file is made from another of a video's. */
export type Derivation = {
  key: string
  source: string
  contentType: string
  make: (from: string, to: string, options: Required<WorkOptions>) => Promise<void>
}

/** A file that is being made now: how far it is, 0…1, null where nobody can tell. */
type Making = { made: Promise<void>; progress: number | null; abort: AbortController }

/** On `globalThis`, so that Next's separate bundles share it. */
const kept = globalThis as typeof globalThis & { avatarStudioDerivations?: Map<string, Making> }
kept.avatarStudioDerivations ??= new Map()
const running = kept.avatarStudioDerivations

/**
 * Sees to it that what is made from a file of a video lies under its key. Made when first asked for, since most never are;
 * who asks meanwhile waits for the same. Two processes may make it twice, which gives the same bytes.
 */
export async function derive(derivation: Derivation): Promise<void> {
  if (await isKept(derivation.key)) return
  await (running.get(derivation.key) ?? begin(derivation)).made
}

/** How far a file is that this process makes; null where it makes none. */
export function makingOf(key: string): Pick<Making, 'progress'> | null {
  return running.get(key) ?? null
}

/** Stops the making of a file, for all who wait for it. */
export function stopMaking(key: string): void {
  running.get(key)?.abort.abort()
}

function begin(derivation: Derivation): Making {
  const making: Making = { made: Promise.resolve(), progress: null, abort: new AbortController() }
  making.made = makeAndKeep(derivation, making).finally(() => running.delete(derivation.key))
  running.set(derivation.key, making)
  return making
}

async function makeAndKeep({ key, source, contentType, make }: Derivation, making: Making): Promise<void> {
  await mkdir(temporaryDirectory(), { recursive: true })
  const out = path.join(temporaryDirectory(), `derived-${randomUUID()}`)
  const copy = await storage().localCopy(source)
  const { signal } = making.abort
  const onProgress = (fraction: number) => {
    making.progress = fraction
  }
  try {
    await make(copy.path, out, { signal, onProgress })
    signal.throwIfAborted()
    await storage().putFile(key, out, contentType)
  } catch (error) {
    if (!signal.aborted) throw error
    throw new StudioError('cancelled', 'Somebody stopped the making of this file. Ask for it again.')
  } finally {
    await Promise.all([copy.release(), rm(out, { force: true })])
  }
}

export async function isKept(key: string): Promise<boolean> {
  return (await storage().size(key)) !== null
}
