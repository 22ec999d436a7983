import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectDatabase, type Database } from '@/lib/db/client'
import { startEmbeddedPostgres } from '@/lib/db/embedded'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { prepareQueue } from '@/lib/queue/queue'

export type TestDatabase = {
  url: string
  database: Database
  /** The data directory, gone after `dispose`. */
  directory: string
  dispose: () => Promise<void>
}

/** A real PostgreSQL with every table and the queue, in a directory of its own, as `database()` of this process. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const directory = mkdtempSync(path.join(tmpdir(), 'studio-test-'))
  const postgres = await startEmbeddedPostgres(directory)
  await applyMigrations(postgres.url, await readMigrations('prisma/migrations'))
  await prepareQueue(postgres.url)
  const database = connectDatabase(postgres.url)
  return {
    url: postgres.url,
    database,
    directory,
    async dispose() {
      await database.$disconnect()
      await postgres.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
