import 'server-only'
import path from 'node:path'
import { createEngineHost, type EngineHost } from '@/lib/engine/process/host'
import { env } from '@/lib/env'

/** On `globalThis`, so that Next's reloads in development and its separate bundles share one engine process. */
const kept = globalThis as typeof globalThis & { avatarStudioEngine?: EngineHost }

/** This process's engine: one engine process, warm between calls. */
export function engine(): EngineHost {
  kept.avatarStudioEngine ??= createEngineHost({
    root: process.cwd(),
    cacheDir: path.join(env.dataDir, 'cache'),
    provenanceDir: path.join(env.dataDir, 'provenance'),
    addedVoicesDir: env.voicesDir,
  })
  return kept.avatarStudioEngine
}
