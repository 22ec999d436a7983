import { mkdirSync } from 'node:fs'
import type { FullConfig } from '@playwright/test'
import { openAccount } from './account'
import { makeMedia } from './media'
import { keepShared, OWNER, sessionOf } from './shared'
import { startStudio } from './studio-process'

/**
 * A studio for each worker, as new as on the first day; the first one is left to the newcomer of `first-run.spec.ts`.
 * The recordings the tests use are made with the studio's own voices.
 */
export default async function globalSetup({ workers }: FullConfig): Promise<void> {
  mkdirSync('test-results', { recursive: true })
  globalThis.e2eStudios = []
  // One after the other: the first builds what is not built yet.
  for (let worker = 0; worker < workers; worker++) globalThis.e2eStudios.push(await startStudio())
  const studios = globalThis.e2eStudios.map(({ url, port, dataDir }) => ({ url, port, dataDir }))
  keepShared({ studios, media: await makeMedia('test-results/media') })
  for (const [worker, { url }] of studios.entries())
    if (worker > 0) await (await openAccount(url, OWNER)).storageState({ path: sessionOf(worker) })
}
