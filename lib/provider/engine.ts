import 'server-only'
import path from 'node:path'
import { createEngineHost, type EngineHost } from '@/lib/engine/process/host'
import { env } from '@/lib/env'

/** On `globalThis`, so that Next's reloads in development and its separate bundles share one engine process. */
const kept = globalThis as typeof globalThis & { avatarStudioEngine?: EngineHost }

/** This process's engine: one engine process, warm between calls. */
export function engine(): EngineHost {
  kept.avatarStudioEngine ??= startHost()
  return kept.avatarStudioEngine
}

/**
 * Work on a finished film. One of our own is no burden for the engine there is; anybody else's blocks the engine process
 * that reads it, for up to minutes, so it gets one that ends with the work.
 */
export async function workOnFilm<T>(
  own: boolean,
  work: (engine: EngineHost) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  if (own) return work(engine())
  const host = startHost()
  // It is deaf while it works.
  signal?.addEventListener('abort', host.stop, { once: true })
  try {
    return await work(host)
  } finally {
    host.stop()
  }
}

function startHost(): EngineHost {
  return createEngineHost({
    root: process.cwd(),
    cacheDir: path.join(env.dataDir, 'cache'),
    provenanceDir: path.join(env.dataDir, 'provenance'),
    addedVoicesDir: env.voicesDir,
  })
}
