import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import { connectDatabase, type Database } from '@/lib/db/client'
import { startEmbeddedPostgres } from '@/lib/db/embedded'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { prepareQueue } from '@/lib/queue/queue'

export type TestDatabase = { url: string; database: Database; dispose: () => Promise<void> }

/** The data directory is gone after `dispose`. */
export type TestPostgres = TestDatabase & { directory: string }

/** A database of its own with every table and the queue, as `database()` of this process. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await command(server, `create database ${name} template postgres`)
  const url = server.replace('/postgres?', `/${name}?`)
  const database = connectDatabase(url)
  return {
    url,
    database,
    async dispose() {
      await database.$disconnect()
      await command(server, `drop database ${name} with (force)`)
    },
  }
}

/** The same on a PostgreSQL of its own, for tests of what becomes of the server or its files. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const { directory, url, stop } = await startPreparedPostgres()
  const database = connectDatabase(url)
  return {
    url,
    database,
    directory,
    async dispose() {
      await database.$disconnect()
      await stop()
    },
  }
}

/** A real PostgreSQL with every table and the queue, in a directory of its own that is gone after `stop`. */
export async function startPreparedPostgres(): Promise<{
  url: string
  directory: string
  stop: () => Promise<void>
}> {
  const directory = mkdtempSync(path.join(tmpdir(), 'studio-test-'))
  const { url, stop } = await startEmbeddedPostgres(directory)
  await applyMigrations(url, await readMigrations('prisma/migrations'))
  await prepareQueue(url)
  return {
    url,
    directory,
    async stop() {
      await stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Runs one statement beside the databases: from `template1`, since nobody may be in the one that is copied. */
async function command(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server.replace('/postgres?', '/template1?') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
