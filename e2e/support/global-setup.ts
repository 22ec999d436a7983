import { mkdirSync } from 'node:fs'
import { makeMedia } from './media'
import { keepShared } from './shared'
import { startStudio } from './studio-process'

/** One studio for the suite, as new as on the first day; it makes the recordings the tests use with its own voices. */
export default async function globalSetup(): Promise<void> {
  mkdirSync('test-results', { recursive: true })
  const studio = await startStudio()
  try {
    const media = await makeMedia('test-results/media')
    keepShared({ url: studio.url, port: studio.port, dataDir: studio.dataDir, media })
  } catch (error) {
    await studio.dispose()
    throw error
  }
  globalThis.e2eStudio = studio
}
