import path from 'node:path'
import { connectDatabase } from '@/lib/db/client'
import { startEmbeddedPostgres } from '@/lib/db/embedded'
import { applyMigrations, readMigrations } from '@/lib/db/migrations'
import { env } from '@/lib/env'

/** Runs `work` on this installation's database, starting the embedded one for the occasion where it is down. */
export async function withDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  const embedded = env.databaseUrl ? null : await startEmbeddedPostgres(env.dataDir)
  const url = env.databaseUrl ?? embedded?.url ?? ''
  try {
    await applyMigrations(url, await readMigrations(path.join(process.cwd(), 'prisma/migrations')))
    const database = connectDatabase(url)
    try {
      return await work()
    } finally {
      await database.$disconnect()
    }
  } finally {
    if (embedded?.startedHere) await embedded.stop()
  }
}
