import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { storage, temporaryDirectory } from '@/lib/storage/files'

/** On `globalThis`, so that Next's separate bundles share it. */
const kept = globalThis as typeof globalThis & { avatarStudioDerivations?: Map<string, Promise<void>> }
kept.avatarStudioDerivations ??= new Map()
const running = kept.avatarStudioDerivations

/**
 * Sees to it that what is made from a file of a video lies under `key`. Made when first asked for, since most never are;
 * who asks meanwhile waits for the same. Two processes may make it twice, which gives the same bytes.
 */
export async function derive(
  key: string,
  source: string,
  contentType: string,
  make: (from: string, to: string) => Promise<void>,
): Promise<void> {
  if (await isKept(key)) return
  const making = running.get(key) ?? makeAndKeep(key, source, contentType, make)
  running.set(key, making)
  try {
    await making
  } finally {
    running.delete(key)
  }
}

async function makeAndKeep(
  key: string,
  source: string,
  contentType: string,
  make: (from: string, to: string) => Promise<void>,
): Promise<void> {
  await mkdir(temporaryDirectory(), { recursive: true })
  const out = path.join(temporaryDirectory(), `derived-${randomUUID()}`)
  const copy = await storage().localCopy(source)
  try {
    await make(copy.path, out)
    await storage().putFile(key, out, contentType)
  } finally {
    await Promise.all([copy.release(), rm(out, { force: true })])
  }
}

export async function isKept(key: string): Promise<boolean> {
  return (await storage().size(key)) !== null
}
