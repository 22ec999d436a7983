import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startPreparedPostgres } from './database'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database whose copies the tests work in. */
    postgresUrl: string
  }
}

/** One PostgreSQL for all tests. It need not survive a power failure, so it does not wait for disks. */
export default async function globalSetup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPreparedPostgres()
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('alter system set fsync = off')
  await client.query('alter system set synchronous_commit = off')
  await client.query('select pg_reload_conf()')
  await client.end()
  provide('postgresUrl', url)
  return stop
}
